import type { Routes } from '@angular/router';
import type { Word } from '../../i18n/translation';
import { provideHelpdeskDoor } from '../api/provide-door';

export const consoleRoutes: Routes = [
  {
    path: '',
    title: 'console.title' satisfies Word,
    providers: [provideHelpdeskDoor()],
    loadComponent: () => import('./console-page').then((m) => m.ConsolePage),
    children: [
      {
        path: 'tickets/:id',
        loadComponent: () => import('./ticket-panel').then((m) => m.TicketPanel),
      },
    ],
  },
];
