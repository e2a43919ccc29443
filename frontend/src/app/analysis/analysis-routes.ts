import type { Routes } from '@angular/router';
import {
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { provideCharts } from 'ng2-charts';

const dashboard = () => import('./analysis-page').then((m) => m.AnalysisPage);

export const analysisRoutes: Routes = [
  {
    path: '',
    providers: [
      provideCharts({
        registerables: [
          BarController,
          BarElement,
          CategoryScale,
          LinearScale,
          LineController,
          LineElement,
          PointElement,
          Tooltip,
        ],
      }),
    ],
    children: [
      { path: '', pathMatch: 'full', title: 'Analyses', loadComponent: dashboard, data: { show: 'all' } },
      { path: 'backlog', title: 'Backlog', loadComponent: dashboard, data: { show: 'backlog' } },
      {
        path: 'resolution',
        title: 'Resolution times',
        loadComponent: dashboard,
        data: { show: 'resolution' },
      },
      { path: 'workload', title: 'Workload', loadComponent: dashboard, data: { show: 'workload' } },
    ],
  },
];
