import type { Routes } from '@angular/router';
import { provideHelpdeskDoor } from '../api/provide-door';

export const consoleRoutes: Routes = [
  {
    path: '',
    title: 'Helpdesk',
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
