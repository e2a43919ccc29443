import { computed, inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Word } from '../../i18n/translation';
import { Language } from './language';
import { LANGUAGES, type LanguageCode } from './languages';

/** What a sentence is about: the arguments of its ICU message. */
export type WordArguments = Readonly<Record<string, string | number | bigint>>;

/** What the page says, in its language. Whatever was said in a template or a computed follows a change of it. */
@Service()
export class Words {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);

  readonly locale = computed(() => LANGUAGES[this.language.spoken()].locale);
  private readonly numbers = computed(
    () => new Intl.NumberFormat(this.locale(), { maximumFractionDigits: 1 }),
  );
  private readonly dates = computed(() => ({
    locale: this.locale(),
    formats: new Map<string, Intl.DateTimeFormat>(),
  }));

  say(word: Word, about: WordArguments = {}): string {
    this.language.spoken();
    return this.transloco.translate(word, about);
  }

  /** What it is in another language, whichever the page speaks; no message with numbers or choices. */
  async sayIn(code: LanguageCode, word: Word): Promise<string> {
    await this.language.learn(code);
    return this.transloco.translate(word, {}, code);
  }

  /** A number as people write it, with one decimal at most. */
  number(value: number | bigint): string {
    return this.numbers().format(value);
  }

  /** Things one after the other, as people name them: "a, b and c". */
  list(things: readonly string[]): string {
    return new Intl.ListFormat(this.locale()).format(things);
  }

  date(at: Date, format: Intl.DateTimeFormatOptions): string {
    const { locale, formats } = this.dates();
    const key = JSON.stringify(format);
    const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, format);
    formats.set(key, known);
    return known.format(at);
  }
}
