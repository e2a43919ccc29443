import { inject, isDevMode, provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withEnabledBlockingInitialNavigation,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { routes } from './app-routes';
import { provideIcons } from './shell/icons';
import { PageUpdate } from './shell/page-update';
import { PageTitle } from './ui/page-title';
import { provideLanguages } from './ui/provide-languages';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // The first page and the words are loaded at the same time.
      withEnabledBlockingInitialNavigation(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withNavigationErrorHandler(() => inject(PageUpdate).missPart()),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideIcons(),
    provideLanguages(),
    provideServiceWorker('ngsw-worker.js', { enabled: !isDevMode() }),
  ],
};
