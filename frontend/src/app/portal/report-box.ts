import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
  effect,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { isBlank, LONG_LIMIT, SHORT_LIMIT, tooLong } from '../ui/text-bounds';
import { TextBox } from '../ui/text-box';
import { TextLine } from '../ui/text-line';
import { Words } from '../ui/words';
import { Drafts } from '../ticket/drafts';
import { PrivateDataWarning } from '../ticket/private-data-warning';
import { CategoryPreview } from './category-preview';
import { OutboxList } from '../ticket/outbox-list';
import { Postman } from '../ticket/postman';
import { SimilarReports } from './similar-reports';

/** Says what is wrong, and where. What is sent waits in the outbox until the desk has it. */
@Component({
  selector: 'desk-report-box',
  imports: [CategoryPreview, MatButton, OutboxList, PrivateDataWarning, SimilarReports, TextBox, TextLine],
  templateUrl: './report-box.html',
  styleUrl: './report-box.scss',
})
export class ReportBox {
  /** Where it is, when the way here already said so (a QR code on a door). */
  readonly place = input('');
  readonly reported = output<Ticket>();

  protected readonly words = inject(Words);
  private readonly postman = inject(Postman);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly draft = inject(Drafts).open('report', { description: '', location: '' });
  private readonly pressed = signal(false);
  /** The request id of the report whose receipt may take this box's place. */
  private readonly awaited = signal('');
  private readonly box = viewChild.required(TextBox);
  private readonly line = viewChild.required(TextLine);

  protected readonly texts = this.draft.fields;
  protected readonly sending = computed(
    () => this.awaited() !== '' && this.awaited() === this.postman.sending() && !this.postman.failure(),
  );
  protected readonly descriptionError = computed(
    () =>
      tooLong(this.words, this.texts().description, LONG_LIMIT) ||
      (this.pressed() && isBlank(this.texts().description) ? this.words.say('portal.report.missing') : ''),
  );
  protected readonly locationError = computed(() => tooLong(this.words, this.texts().location, SHORT_LIMIT));

  constructor() {
    effect(() => {
      this.place();
      untracked(() => this.fillPlace());
    });
    effect(() => {
      const delivery = this.postman.deliveries().find(({ requestId }) => requestId === this.awaited());
      if (delivery?.ticket && this.hasAttention()) {
        const { ticket } = delivery;
        untracked(() => {
          this.postman.acknowledge(delivery);
          this.reported.emit(ticket);
        });
      }
    });
    effect(() => {
      if (this.draft.returned()) {
        this.draft.welcome();
        this.box().focus();
      }
    });
    // A place that came with the way here is not what the next one to write here means.
    inject(DestroyRef).onDestroy(() => {
      if (this.place() && isBlank(this.texts().description)) {
        this.draft.clear();
      }
    });
    afterNextRender(() => {
      if (matchMedia('(pointer: fine) and (min-width: 48rem)').matches) {
        this.box().focus();
      }
    });
  }

  protected change(part: { description?: string; location?: string }): void {
    this.draft.change(part);
    this.pressed.set(false);
    // Whoever writes the next one is not interrupted by the receipt of the last.
    this.awaited.set('');
  }

  protected report(): void {
    this.pressed.set(true);
    if (this.descriptionError() || this.locationError()) {
      (this.descriptionError() ? this.box() : this.line()).focus();
      return;
    }
    this.awaited.set(this.draft.stamp().requestId);
    this.postman.send({ kind: 'report', ...this.texts() }, this.draft);
    this.pressed.set(false);
    this.fillPlace();
  }

  private fillPlace(): void {
    if (this.place()) {
      this.draft.change({ location: this.place() });
    }
  }

  /** Nobody has gone on to something else on this page. */
  private hasAttention(): boolean {
    const { activeElement, body } = document;
    return !activeElement || activeElement === body || this.host.nativeElement.contains(activeElement);
  }
}
