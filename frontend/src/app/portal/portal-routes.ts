import type { Routes } from '@angular/router';
import type { Word } from '../../i18n/translation';
import { providePortalDoor } from '../api/provide-door';

export const portalRoutes: Routes = [
  {
    path: '',
    providers: [providePortalDoor()],
    children: [
      {
        path: 'portal',
        title: 'portal.title' satisfies Word,
        loadComponent: () => import('./portal-page').then((m) => m.PortalPage),
      },
      {
        path: 'portal/tickets/:id',
        loadComponent: () => import('./portal-ticket-page').then((m) => m.PortalTicketPage),
      },
      {
        path: 'report',
        title: 'portal.title' satisfies Word,
        loadComponent: () => import('./report-page').then((m) => m.ReportPage),
      },
    ],
  },
];
