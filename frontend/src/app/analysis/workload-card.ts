import { Component, computed, inject, input } from '@angular/core';
import type { GetWorkloadResponse } from '@campus-desk/contract/campus/analysis/v1/workload';
import type { ChartData } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { WORKLOAD } from '../api/transport';
import { CategoryTag } from '../ticket/category-tag';
import { CATEGORIES, CATEGORY_WORDS } from '../ticket/words';
import { AnalysisCard } from './analysis-card';
import { categoryColor } from './category-colors';
import { ChartPalette, hatched } from './chart-colors';
import { chartStyle } from './chart-style';
import { Legend } from './legend';
import { watchAnswer } from './watched';

/** How many tickets are in work in each category, with the open ones beside them. */
@Component({
  selector: 'desk-workload-card',
  imports: [AnalysisCard, BaseChartDirective, CategoryTag, Legend],
  templateUrl: './workload-card.html',
  styleUrl: './numbers-table.scss',
})
export class WorkloadCard {
  readonly enlarge = input('');

  private readonly workload = inject(WORKLOAD);
  private readonly palette = inject(ChartPalette);

  protected readonly watched = watchAnswer<object, GetWorkloadResponse>(
    () => ({}),
    (question, signal) => this.workload.watchWorkload(question, { signal, timeoutMs: 0 }),
  );
  protected readonly legend = [
    { look: 'solid', word: 'In work' },
    { look: 'striped', word: 'Open' },
  ];
  protected readonly rows = computed(() => {
    const answered = this.watched.answer()?.categories ?? [];
    return CATEGORIES.map((category) => {
      const { activeCount = 0, openCount = 0 } = answered.find((one) => one.category === category) ?? {};
      return { category, activeCount, openCount };
    });
  });
  protected readonly active = computed(() => this.sum(({ activeCount }) => activeCount));
  protected readonly open = computed(() => this.sum(({ openCount }) => openCount));
  protected readonly data = computed<ChartData<'bar'>>(() => {
    const colors = this.palette.colors();
    const fills = CATEGORIES.map((category) => categoryColor(category, colors));
    return {
      labels: CATEGORIES.map((category) => inTwoLines(CATEGORY_WORDS[category])),
      datasets: [
        {
          label: 'In work',
          data: this.rows().map(({ activeCount }) => activeCount),
          backgroundColor: fills,
          borderRadius: 3,
          maxBarThickness: 44,
        },
        {
          label: 'Open',
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
    chartStyle(this.palette.colors(), { value: 'x', stacked: true, unit: '', skipNames: false }),
  );

  private sum(of: (row: { activeCount: number; openCount: number }) => number): string {
    return this.rows()
      .reduce((sum, row) => sum + of(row), 0)
      .toLocaleString('en');
  }
}

/** Broken before its last word, so that a name leaves room for its bar. */
function inTwoLines(name: string): string[] {
  const last = name.lastIndexOf(' ');
  return name.length > 12 ? [name.slice(0, last), name.slice(last + 1)] : [name];
}
