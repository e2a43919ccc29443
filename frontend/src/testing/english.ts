import { inject, provideAppInitializer, type EnvironmentProviders, type Provider } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { provideWords } from '../app/ui/provide-languages';
import en from '../i18n/en';

/** The page in English, as every test has it from its beginning. */
export function provideEnglish(): (EnvironmentProviders | Provider)[] {
  return [
    provideWords(),
    provideAppInitializer(() => {
      const transloco = inject(TranslocoService);
      transloco.setTranslation(en, 'en', { emitChange: false });
      transloco.setActiveLang('en');
    }),
  ];
}
