import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTabsModule } from '@angular/material/tabs';
import { Router, RouterLink } from '@angular/router';
import { Arrival } from '../ui/arrival';
import { BacklogCard } from './backlog-card';
import { formatPeriod, parsePeriod, type Period } from './period';
import { ResolutionCard } from './resolution-card';
import { WorkloadCard } from './workload-card';

type Shown = 'all' | 'backlog' | 'resolution' | 'workload';

const TABS: readonly { shown: Shown; way: string; word: string; title: string }[] = [
  { shown: 'all', way: '/console/analysis', word: 'All', title: 'Analyses' },
  { shown: 'backlog', way: '/console/analysis/backlog', word: 'Backlog', title: 'Backlog' },
  { shown: 'resolution', way: '/console/analysis/resolution', word: 'Resolution', title: 'Resolution times' },
  { shown: 'workload', way: '/console/analysis/workload', word: 'Workload', title: 'Workload' },
];

/** The three analyses, all beside each other or one alone. */
@Component({
  selector: 'desk-analysis-page',
  imports: [
    Arrival,
    BacklogCard,
    MatButton,
    MatIcon,
    MatTabsModule,
    ResolutionCard,
    RouterLink,
    WorkloadCard,
  ],
  templateUrl: './analysis-page.html',
  styleUrl: './analysis-page.scss',
})
export class AnalysisPage {
  readonly show = input.required<Shown>();
  readonly last = input<string>();

  private readonly router = inject(Router);
  protected readonly tabs = TABS;
  protected readonly all = computed(() => this.show() === 'all');
  protected readonly title = computed(() => TABS.find(({ shown }) => shown === this.show())?.title ?? '');
  protected readonly period = computed(() => parsePeriod(this.last()), {
    equal: (a, b) => formatPeriod(a) === formatPeriod(b),
  });

  protected choosePeriod(period: Period): void {
    void this.router.navigate([], {
      queryParams: { last: formatPeriod(period) },
      queryParamsHandling: 'merge',
    });
  }

  /** The large address of an analysis, or '' where it is large already. */
  protected larger(shown: Shown): string {
    return this.all() ? `/console/analysis/${shown}` : '';
  }
}
