import { Component, computed, DOCUMENT, effect, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { Arrival } from '../ui/arrival';
import { DeviceStore } from '../ui/device-store';
import { Language } from '../ui/language';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from '../ui/languages';
import { LONG_LIMIT, SHORT_LIMIT, tooLong } from '../ui/text-bounds';
import { TextBox } from '../ui/text-box';
import { TextLine } from '../ui/text-line';
import { Words } from '../ui/words';
import { readPlaces, reportLink } from './labels';
import { QrCode } from '../ui/qr-code';

const KEY = 'qr-sheet';

/** How many labels a page of A4 holds in each size. */
const A_PAGE = { small: 12, medium: 6, large: 2 } as const;
type Size = keyof typeof A_PAGE;

type Sheet = {
  readonly list: string;
  readonly heading: string;
  readonly size: Size;
  readonly languages: readonly LanguageCode[];
};

/** Makes sheets of labels to be printed and put up: each leads to a report that knows where it is. */
@Component({
  selector: 'desk-qr-page',
  imports: [
    Arrival,
    MatButton,
    MatCheckbox,
    MatIcon,
    MatRadioButton,
    MatRadioGroup,
    QrCode,
    TextBox,
    TextLine,
  ],
  templateUrl: './qr-page.html',
  styleUrl: './qr-page.scss',
})
export class QrPage {
  protected readonly words = inject(Words);
  private readonly device = inject(DeviceStore);
  private readonly document = inject(DOCUMENT);

  protected readonly sheet = signal(readSheet(this.device.readJson(KEY), inject(Language).spoken()));
  protected readonly sizes = Object.entries(A_PAGE).map(([size, count]) => ({ size: size as Size, count }));
  protected readonly languages = LANGUAGE_CODES.map((code) => ({ code, name: LANGUAGES[code].name }));

  private readonly read = computed(() => readPlaces(this.sheet().list));
  protected readonly labels = computed(() =>
    this.read().places.map((place) => ({ place, link: reportLink(this.document.baseURI, place) })),
  );
  protected readonly listError = computed(() => {
    const [line] = this.read().tooLong;
    const wrong = line === undefined ? '' : this.words.say('qr.lineTooLong', { line, limit: SHORT_LIMIT });
    return tooLong(this.words, this.sheet().list, LONG_LIMIT) || wrong;
  });
  protected readonly headingError = computed(() => tooLong(this.words, this.sheet().heading, SHORT_LIMIT));

  private readonly invitation = resource({
    params: () => this.sheet().languages,
    loader: ({ params }) => Promise.all(params.map((code) => this.words.sayIn(code, 'qr.invitation'))),
  });
  /** The same sentence in each language chosen. */
  protected readonly invitations = computed(() =>
    this.invitation.hasValue() ? this.invitation.value() : [],
  );

  constructor() {
    effect(() => this.device.writeJson(KEY, this.sheet()));
  }

  protected change(part: Partial<Sheet>): void {
    this.sheet.update((before) => ({ ...before, ...part }));
  }

  protected choose(code: LanguageCode, chosen: boolean): void {
    const { languages } = this.sheet();
    this.change({
      languages: LANGUAGE_CODES.filter((known) => (known === code ? chosen : languages.includes(known))),
    });
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}

function readSheet(kept: unknown, spoken: LanguageCode): Sheet {
  const { list, heading, size, languages } = (kept ?? {}) as Partial<Sheet>;
  const known = LANGUAGE_CODES.filter((code) => languages?.includes(code));
  return {
    list: list ?? '',
    heading: heading ?? '',
    size: size !== undefined && size in A_PAGE ? size : 'medium',
    languages: known.length > 0 ? known : [spoken],
  };
}
