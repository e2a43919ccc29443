import { Component, computed, inject, input } from '@angular/core';
import type { ChartData } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { Words } from '../ui/words';
import { AnalysisCard } from './analysis-card';
import { ChartPalette } from './chart-colors';
import { chartStyle } from './chart-style';
import { CountLink } from './count-link';
import { DrillDown } from './drill-down';
import { toFlowDays } from './flow-days';
import { Legend } from './legend';
import { WatchedWorkload } from './watched-workload';

/** How many tickets were opened and closed on each of the last days. */
@Component({
  selector: 'desk-flow-card',
  imports: [AnalysisCard, BaseChartDirective, CountLink, DrillDown, Legend],
  templateUrl: './flow-card.html',
  styleUrl: './numbers-table.scss',
})
export class FlowCard {
  readonly enlarge = input('');

  protected readonly words = inject(Words);
  private readonly palette = inject(ChartPalette);

  protected readonly watched = inject(WatchedWorkload).watched;
  protected readonly legend = [
    { look: 'opened', word: 'analysis.flow.opened' },
    { look: 'closed', word: 'analysis.flow.closed' },
  ] as const;
  protected readonly days = computed(() => toFlowDays(this.words, this.watched.answer()?.days ?? []));
  protected readonly lists = computed(() => [
    this.days().map(({ openedList }) => openedList),
    this.days().map(({ closedList }) => closedList),
  ]);
  protected readonly latestFirst = computed(() => this.days().toReversed());
  protected readonly zone = computed(() => this.watched.answer()?.timeZone ?? 'none');
  protected readonly opened = computed(() => this.words.number(this.sum(({ opened }) => opened)));
  protected readonly bigWords = computed(() => {
    const { opened: openedToday = 0, closed: closedToday = 0 } = this.days().at(-1) ?? {};
    const closed = this.sum((day) => day.closed);
    return this.words.say('analysis.flow.big', { closed, openedToday, closedToday });
  });
  // Two lines, drawn by the marks of a bar chart: ng2-charts types a chart by its first kind.
  protected readonly data = computed(() => {
    const colors = this.palette.colors();
    const line = { type: 'line' as const, pointRadius: 0, pointHoverRadius: 4, borderWidth: 2 };
    return {
      labels: this.days().map(({ label }) => label),
      datasets: [
        {
          ...line,
          label: this.words.say('analysis.flow.opened'),
          data: this.days().map(({ opened }) => opened),
          borderColor: colors.p90,
          backgroundColor: colors.p90,
        },
        {
          ...line,
          label: this.words.say('analysis.flow.closed'),
          data: this.days().map(({ closed }) => closed),
          borderColor: colors.bar,
          backgroundColor: colors.bar,
          borderDash: [6, 3],
        },
      ],
    } as unknown as ChartData<'bar'>;
  });
  protected readonly options = computed(() =>
    chartStyle(this.palette.colors(), this.words.locale(), {
      value: 'y',
      stacked: false,
      unit: '',
      skipNames: true,
    }),
  );

  private sum(of: (day: { opened: number; closed: number }) => number): number {
    return this.days().reduce((sum, day) => sum + of(day), 0);
  }
}
