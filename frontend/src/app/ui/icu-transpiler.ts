import { Injectable } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type LanguageCode } from './languages';

/** Reads the sentences as ICU messages. Nothing is compiled: the page's content security policy forbids `eval`. */
@Injectable()
export class IcuTranspiler implements TranslocoTranspiler {
  private locale = '';
  private readonly messages = new Map<string, IntlMessageFormat>();

  onLangChanged(code: string): void {
    this.locale = LANGUAGES[code as LanguageCode].locale;
    this.messages.clear();
  }

  transpile({ value, params }: TranspileParams<string>): string {
    // Most sentences are only text; reading them all as messages would hold up the first view.
    if (!/['{}]/.test(value)) {
      return value;
    }
    let message = this.messages.get(value);
    if (!message) {
      message = new IntlMessageFormat(value, this.locale, undefined, { ignoreTag: true });
      this.messages.set(value, message);
    }
    return String(message.format(params));
  }
}
