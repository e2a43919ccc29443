import type { Routes } from '@angular/router';
import type { Word } from '../i18n/translation';
import { analysisRoutes } from './analysis/analysis-routes';
import { provideHelpdeskDoor } from './api/provide-door';
import { consoleRoutes } from './console/console-routes';
import { portalRoutes } from './portal/portal-routes';

/** Every page comes by itself when it is first needed; where they are is known from the start, which saves a round trip. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    providers: [provideHelpdeskDoor()],
    loadComponent: () => import('./entry/entry-page').then((m) => m.EntryPage),
  },
  {
    path: 'report/qr',
    title: 'qr.title' satisfies Word,
    loadComponent: () => import('./qr/qr-page').then((m) => m.QrPage),
  },
  ...portalRoutes,
  { path: 'console/analysis', children: analysisRoutes },
  { path: 'console', children: consoleRoutes },
  {
    path: '**',
    title: 'entry.notFound.title' satisfies Word,
    loadComponent: () => import('./entry/not-found').then((m) => m.NotFound),
  },
];
