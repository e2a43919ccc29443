import type { Routes } from '@angular/router';
import { ANALYSIS_TITLES } from './titles';

const dashboard = () => import('./analysis-page').then((m) => m.AnalysisPage);

export const analysisRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: ANALYSIS_TITLES.all,
    loadComponent: dashboard,
    data: { show: 'all' },
  },
  {
    path: 'backlog',
    title: ANALYSIS_TITLES.backlog,
    loadComponent: dashboard,
    data: { show: 'backlog' },
  },
  {
    path: 'resolution',
    title: ANALYSIS_TITLES.resolution,
    loadComponent: dashboard,
    data: { show: 'resolution' },
  },
  {
    path: 'workload',
    title: ANALYSIS_TITLES.workload,
    loadComponent: dashboard,
    data: { show: 'workload' },
  },
];
