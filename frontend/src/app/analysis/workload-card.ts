import { Component, computed, inject, input } from '@angular/core';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ChartData } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { CategoryTag } from '../ticket/category-tag';
import { CATEGORIES, CATEGORY_WORDS } from '../ticket/words';
import { Words } from '../ui/words';
import { AnalysisCard } from './analysis-card';
import { categoryColor } from './category-colors';
import { ChartPalette, hatched } from './chart-colors';
import { chartStyle } from './chart-style';
import { CountLink } from './count-link';
import { DrillDown } from './drill-down';
import { Legend } from './legend';
import { WatchedWorkload } from './watched-workload';

/** How many tickets are in work in each category, with the open ones beside them. */
@Component({
  selector: 'desk-workload-card',
  imports: [AnalysisCard, BaseChartDirective, CategoryTag, CountLink, DrillDown, Legend],
  templateUrl: './workload-card.html',
  styleUrl: './numbers-table.scss',
})
export class WorkloadCard {
  readonly enlarge = input('');

  protected readonly Status = Status;
  protected readonly words = inject(Words);
  private readonly palette = inject(ChartPalette);

  protected readonly watched = inject(WatchedWorkload).watched;
  protected readonly legend = [
    { look: 'solid', word: 'analysis.workload.active' },
    { look: 'striped', word: 'analysis.workload.open' },
  ] as const;
  protected readonly rows = computed(() => {
    const answered = this.watched.answer()?.categories ?? [];
    return CATEGORIES.map((category) => {
      const { activeCount = 0, openCount = 0 } = answered.find((one) => one.category === category) ?? {};
      return {
        category,
        activeCount,
        openCount,
        activeList: { status: Status.ACTIVE, category },
        openList: { status: Status.OPEN, category },
      };
    });
  });
  protected readonly lists = computed(() => [
    this.rows().map(({ activeList }) => activeList),
    this.rows().map(({ openList }) => openList),
  ]);
  protected readonly active = computed(() => this.sum(({ activeCount }) => activeCount));
  protected readonly open = computed(() => this.sum(({ openCount }) => openCount));
  protected readonly bigWords = computed(() =>
    this.words.say('analysis.workload.big', { open: this.open() }),
  );
  protected readonly data = computed<ChartData<'bar'>>(() => {
    const colors = this.palette.colors();
    const fills = CATEGORIES.map((category) => categoryColor(category, colors));
    return {
      labels: CATEGORIES.map((category) => inTwoLines(this.words.say(CATEGORY_WORDS[category]))),
      datasets: [
        {
          label: this.words.say('analysis.workload.active'),
          data: this.rows().map(({ activeCount }) => activeCount),
          backgroundColor: fills,
          borderRadius: 3,
          maxBarThickness: 44,
        },
        {
          label: this.words.say('analysis.workload.open'),
          data: this.rows().map(({ openCount }) => openCount),
          backgroundColor: fills.map(hatched),
          borderColor: fills,
          borderWidth: 1.5,
          borderRadius: 3,
          maxBarThickness: 44,
        },
      ],
    };
  });
  protected readonly options = computed(() =>
    chartStyle(this.palette.colors(), this.words.locale(), {
      value: 'x',
      stacked: true,
      unit: '',
      skipNames: false,
    }),
  );

  private sum(of: (row: { activeCount: number; openCount: number }) => number): number {
    return this.rows().reduce((sum, row) => sum + of(row), 0);
  }
}

/** Broken before its last word, so that a name leaves room for its bar. */
function inTwoLines(name: string): string[] {
  const last = name.lastIndexOf(' ');
  return name.length > 12 && last > 0 ? [name.slice(0, last), name.slice(last + 1)] : [name];
}
