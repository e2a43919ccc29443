import type { Routes } from '@angular/router';
import { providePortalDoor } from '../api/provide-door';

export const portalRoutes: Routes = [
  {
    path: '',
    providers: [providePortalDoor()],
    children: [
      {
        path: 'portal',
        title: 'Report a problem',
        loadComponent: () => import('./portal-page').then((m) => m.PortalPage),
      },
      {
        path: 'portal/tickets/:id',
        loadComponent: () => import('./portal-ticket-page').then((m) => m.PortalTicketPage),
      },
      {
        path: 'report',
        title: 'Report a problem',
        loadComponent: () => import('./report-page').then((m) => m.ReportPage),
      },
    ],
  },
];
