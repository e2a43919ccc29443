import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink, type Params } from '@angular/router';
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
import type { Word } from '../../i18n/translation';
import { CATEGORY_NAMES } from '../ticket/words';
import { Arrival } from '../ui/arrival';
import { DeviceStore } from '../ui/device-store';
import { Words } from '../ui/words';
import { CARDS, formatArrangement, parseArrangement, type Arrangement } from './arrangement';
import { BacklogCard } from './backlog-card';
import { CardArranger } from './card-arranger';
import { FlowCard } from './flow-card';
import { formatMonthRange, parseMonthRange, type MonthRange } from './month-range';
import { formatPeriod, parsePeriod, type Period } from './period';
import { ResolutionCard } from './resolution-card';
import { WorkloadCard } from './workload-card';
import { WatchedWorkload } from './watched-workload';
import { ANALYSIS_TITLES, type Shown } from './titles';

const TABS: readonly { shown: Shown; way: string; word: Word }[] = [
  { shown: 'all', way: '/console/analysis', word: 'analysis.tab.all' },
  { shown: 'backlog', way: '/console/analysis/backlog', word: 'analysis.tab.backlog' },
  { shown: 'resolution', way: '/console/analysis/resolution', word: 'analysis.tab.resolution' },
  { shown: 'workload', way: '/console/analysis/workload', word: 'analysis.tab.workload' },
];

/** Where the device remembers how the dashboard is arranged. */
const ARRANGED = 'analyses';

const ALONE: Readonly<Record<Exclude<Shown, 'all'>, Arrangement>> = {
  backlog: ['backlog'],
  resolution: ['resolution'],
  workload: ['workload', 'flow'],
};

/** The three analyses, beside each other as somebody has arranged them, or one alone. */
@Component({
  selector: 'desk-analysis-page',
  imports: [
    Arrival,
    BacklogCard,
    CardArranger,
    FlowCard,
    MatButton,
    MatIcon,
    ResolutionCard,
    RouterLink,
    WorkloadCard,
  ],
  providers: [
    WatchedWorkload,
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
  templateUrl: './analysis-page.html',
  styleUrl: './analysis-page.scss',
})
export class AnalysisPage {
  readonly show = input.required<Shown>();
  readonly last = input<string>();
  /** The months of the resolution times, and their category. */
  readonly months = input<string>();
  readonly category = input<string>();
  /** How the dashboard is arranged; without it, as it was last on this device. */
  readonly arranged = input<string>();

  protected readonly words = inject(Words);
  private readonly router = inject(Router);
  private readonly device = inject(DeviceStore);
  protected readonly tabs = TABS;
  protected readonly all = computed(() => this.show() === 'all');
  protected readonly cards = computed((): Arrangement => {
    const show = this.show();
    return show === 'all'
      ? (parseArrangement(this.arranged() ?? this.device.read(ARRANGED)) ?? CARDS)
      : ALONE[show];
  });
  protected readonly title = computed(() => this.words.say(ANALYSIS_TITLES[this.show()]));
  protected readonly period = computed(() => parsePeriod(this.last()), {
    equal: (a, b) => formatPeriod(a) === formatPeriod(b),
  });

  protected readonly monthRange = computed(() => parseMonthRange(this.months()), {
    equal: (a, b) => formatMonthRange(a) === formatMonthRange(b),
  });
  protected readonly categoryName = computed(
    () => CATEGORY_NAMES.find((name) => name === this.category()) ?? '',
  );

  protected choosePeriod(period: Period): void {
    this.keep({ last: formatPeriod(period) });
  }

  protected chooseMonths(range: MonthRange): void {
    this.keep({ months: formatMonthRange(range) });
  }

  protected chooseCategory(name: string): void {
    this.keep({ category: name || null });
  }

  protected arrange(cards: Arrangement): void {
    const arranged = formatArrangement(cards);
    this.device.write(ARRANGED, arranged);
    this.keep({ arranged });
  }

  /** What is chosen stands in the address, so that a link shows it to somebody else. */
  private keep(queryParams: Params): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** The large address of an analysis, or '' where it is large already. */
  protected larger(shown: Shown): string {
    return this.all() ? `/console/analysis/${shown}` : '';
  }
}
