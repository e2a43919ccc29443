import type { Routes } from '@angular/router';
import { provideHelpdeskDoor } from './api/provide-door';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    providers: [provideHelpdeskDoor()],
    loadComponent: () => import('./entry/entry-page').then((m) => m.EntryPage),
  },
  { path: '', loadChildren: () => import('./portal/portal-routes').then((m) => m.portalRoutes) },
  {
    path: 'console/analysis',
    loadChildren: () => import('./analysis/analysis-routes').then((m) => m.analysisRoutes),
  },
  { path: 'console', loadChildren: () => import('./console/console-routes').then((m) => m.consoleRoutes) },
  {
    path: '**',
    title: 'Not found',
    loadComponent: () => import('./entry/not-found').then((m) => m.NotFound),
  },
];
