import {
  inject,
  isDevMode,
  provideAppInitializer,
  type EnvironmentProviders,
  type Provider,
} from '@angular/core';
import {
  provideTransloco,
  provideTranslocoMissingHandler,
  provideTranslocoTranspiler,
  type TranslocoMissingHandler,
} from '@jsverse/transloco';
import { IcuTranspiler } from './icu-transpiler';
import { Language } from './language';
import { LANGUAGE_CODES } from './languages';

/** The type check knows every word of every language: one that is missing is a mistake, and nobody reads its name. */
class MissingWord implements TranslocoMissingHandler {
  handle(word: string): string {
    if (isDevMode()) {
      throw new Error(`There is no word ${word}.`);
    }
    return '';
  }
}

/** How words are found and read, without any language yet. */
export function provideWords(): (EnvironmentProviders | Provider)[] {
  return [
    provideTransloco({ config: { availableLangs: LANGUAGE_CODES, defaultLang: 'en', prodMode: true } }),
    provideTranslocoTranspiler(IcuTranspiler),
    provideTranslocoMissingHandler(MissingWord),
  ];
}

/** The page in the language of whoever looks at it, before anything is drawn. */
export function provideLanguages(): (EnvironmentProviders | Provider)[] {
  return [provideWords(), provideAppInitializer(() => inject(Language).start())];
}
