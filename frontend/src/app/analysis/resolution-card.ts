import { Component, computed, inject, input } from '@angular/core';
import type { GetResolutionTimesResponse } from '@campus-desk/contract/campus/analysis/v1/resolution';
import type { ChartData, ChartOptions, TooltipItem } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { RESOLUTION } from '../api/transport';
import { lengthWords } from '../ui/age-words';
import { AnalysisCard } from './analysis-card';
import { ChartPalette } from './chart-colors';
import { chartStyle } from './chart-style';
import { Legend } from './legend';
import { elevenMonthsBefore, overallAverage, toMonthPoints, unitFor, type MonthPoint } from './month-axis';
import { watchAnswer } from './watched';

/** How long it took from opening to closing, by the month of opening. */
@Component({
  selector: 'desk-resolution-card',
  imports: [AnalysisCard, BaseChartDirective, Legend],
  templateUrl: './resolution-card.html',
  styleUrl: './numbers-table.scss',
})
export class ResolutionCard {
  readonly enlarge = input('');

  private readonly resolution = inject(RESOLUTION);
  private readonly palette = inject(ChartPalette);

  protected readonly watched = watchAnswer<object, GetResolutionTimesResponse>(
    () => ({ fromMonth: elevenMonthsBefore(new Date()) }),
    (question, signal) => this.resolution.watchResolutionTimes(question, { signal, timeoutMs: 0 }),
  );
  protected readonly legend = [
    { look: 'average', word: 'Average' },
    { look: 'median', word: 'Median' },
    { look: 'p90', word: '9 of 10 within' },
  ];
  protected readonly points = computed(() => toMonthPoints(this.watched.answer()?.months ?? []));
  protected readonly latestFirst = computed(() => this.points().toReversed());
  protected readonly zone = computed(() => this.watched.answer()?.timeZone ?? '');
  protected readonly overall = computed(() => this.length(overallAverage(this.points())));
  protected readonly closed = computed(() => {
    const count = this.points().reduce((sum, { closedCount }) => sum + closedCount, 0);
    if (count === 0) {
      return 'nothing was closed in these months';
    }
    return count === 1 ? 'on average, 1 ticket' : `on average, ${count.toLocaleString('en')} tickets`;
  });
  private readonly unit = computed(() => unitFor(this.points()));

  // A bar chart with two more marks on it: ng2-charts types a chart by its first kind.
  protected readonly data = computed(() => {
    const colors = this.palette.colors();
    const marks = {
      type: 'line' as const,
      showLine: false,
      pointRadius: 5,
      pointHoverRadius: 6,
      borderWidth: 2,
    };
    return {
      labels: this.points().map(({ label }) => label),
      datasets: [
        {
          ...marks,
          label: 'Median',
          data: this.values('median'),
          pointStyle: 'rectRot',
          backgroundColor: colors.surface,
          borderColor: colors.median,
        },
        {
          ...marks,
          label: '9 of 10 within',
          data: this.values('p90'),
          pointStyle: 'triangle',
          backgroundColor: colors.surface,
          borderColor: colors.p90,
        },
        {
          label: 'Average',
          data: this.values('average'),
          backgroundColor: colors.bar,
          borderRadius: 4,
          maxBarThickness: 48,
        },
      ],
    } as unknown as ChartData<'bar'>;
  });
  protected readonly options = computed<ChartOptions<'bar'>>(() => {
    const style = chartStyle(this.palette.colors(), {
      value: 'y',
      stacked: false,
      unit: this.unit().word,
      skipNames: true,
    });
    const label = ({ dataset, parsed }: TooltipItem<'bar'>) =>
      `${dataset.label ?? ''}: ${this.length(parsed.y === null ? null : parsed.y * this.unit().ms)}`;
    return {
      ...style,
      plugins: { ...style.plugins, tooltip: { ...style.plugins?.tooltip, callbacks: { label } } },
    };
  });

  protected length(ms: number | null): string {
    return ms === null ? '–' : lengthWords(ms);
  }

  private values(name: 'average' | 'median' | 'p90'): (number | null)[] {
    return this.points().map((point: MonthPoint) => {
      const ms = point[name];
      return ms === null ? null : ms / this.unit().ms;
    });
  }
}
