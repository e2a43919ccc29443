import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { DeviceStore } from './device-store';
import { firstSpoken, LANGUAGES, type LanguageCode } from './languages';

const KEY = 'language';

/** The language of the page: chosen and remembered on this device, else the first that the browser asks for. */
@Service()
export class Language {
  private readonly device = inject(DeviceStore);
  private readonly document = inject(DOCUMENT);
  private readonly transloco = inject(TranslocoService);
  private readonly wanted = signal<LanguageCode>('en');

  /** The one chosen last; it is spoken as soon as its words are here. */
  readonly choice = this.wanted.asReadonly();
  readonly spoken = computed(() => this.transloco.activeLang() as LanguageCode);

  /** Before anything is drawn. Words that cannot be loaded are English ones. */
  async start(): Promise<void> {
    const kept = this.device.read(KEY);
    const code = firstSpoken(kept ? [kept] : navigator.languages);
    await this.speak(code).catch(() => this.speak('en'));
  }

  /** Without the words of the other language (no network), the page goes on in the one it has. */
  async choose(code: LanguageCode): Promise<void> {
    try {
      await this.speak(code);
      this.device.write(KEY, code);
    } catch {
      this.wanted.set(this.spoken());
    }
  }

  /** Has the words of a language at hand, whichever the page speaks. */
  async learn(code: LanguageCode): Promise<void> {
    const { default: words } = await LANGUAGES[code].load();
    this.transloco.setTranslation(words, code, { emitChange: false });
  }

  private async speak(code: LanguageCode): Promise<void> {
    this.wanted.set(code);
    await this.learn(code);
    if (this.wanted() === code) {
      this.transloco.setActiveLang(code);
      this.document.documentElement.lang = code;
    }
  }
}
