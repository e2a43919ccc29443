import { Component, computed, inject, input, output } from '@angular/core';
import type { GetResolutionTimesResponse } from '@campus-desk/contract/campus/analysis/v1/resolution';
import type { ChartData, ChartOptions, TooltipItem } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { toDate } from '../api/conversions';
import { RESOLUTION } from './clients';
import { CATEGORIES, CATEGORY_NAMES, CATEGORY_WORDS } from '../ticket/words';
import { lengthWords } from '../ui/age-words';
import { Choice } from '../ui/choice';
import { Words } from '../ui/words';
import { AnalysisCard } from './analysis-card';
import { ChartPalette } from './chart-colors';
import { chartStyle } from './chart-style';
import { CountLink } from './count-link';
import { DrillDown } from './drill-down';
import { Legend } from './legend';
import { overallAverage, toMonthPoints, unitFor, type MonthPoint } from './month-axis';
import { MonthChooser } from './month-chooser';
import { monthAt, monthQuestion, type MonthRange } from './month-range';
import { watchAnswer } from './watched';

/** How long it took from opening to closing, by the month of opening. */
@Component({
  selector: 'desk-resolution-card',
  imports: [AnalysisCard, BaseChartDirective, Choice, CountLink, DrillDown, Legend, MonthChooser],
  templateUrl: './resolution-card.html',
  styleUrl: './numbers-table.scss',
})
export class ResolutionCard {
  readonly months = input.required<MonthRange>();
  /** The only category to show, as it stands in the address; '' for all. */
  readonly category = input.required<string>();
  readonly enlarge = input('');
  readonly chooseMonths = output<MonthRange>();
  readonly chooseCategory = output<string>();

  protected readonly words = inject(Words);
  private readonly resolution = inject(RESOLUTION);
  private readonly palette = inject(ChartPalette);

  protected readonly watched = watchAnswer<object, GetResolutionTimesResponse>(
    'resolution',
    () => monthQuestion(this.months(), this.now()),
    (question, signal) => this.resolution.watchResolutionTimes(question, { signal, timeoutMs: 0 }),
  );
  protected readonly legend = [
    { look: 'average', word: 'analysis.resolution.average' },
    { look: 'median', word: 'analysis.resolution.median' },
    { look: 'p90', word: 'analysis.resolution.p90' },
  ] as const;
  protected readonly categories = computed(() =>
    CATEGORIES.map((category, index) => ({
      value: CATEGORY_NAMES[index]!,
      word: this.words.say(CATEGORY_WORDS[category]),
    })),
  );
  /** The month of the campus; until it has answered, that of this device. */
  protected readonly now = computed((): string => {
    const { asOf, timeZone } = this.watched.answer() ?? {};
    return asOf ? monthAt(toDate(asOf), timeZone) : monthAt(new Date());
  });
  protected readonly points = computed(() =>
    toMonthPoints(
      this.words,
      this.watched.answer()?.months ?? [],
      CATEGORIES[CATEGORY_NAMES.findIndex((name) => name === this.category())],
    ),
  );
  protected readonly lists = computed(() => {
    const lists = this.points().map(({ list }) => list);
    return [lists, lists, lists];
  });
  protected readonly from = computed(() => this.points()[0]?.month ?? this.now());
  protected readonly to = computed(() => this.points().at(-1)?.month ?? this.now());
  protected readonly latestFirst = computed(() => this.points().toReversed());
  protected readonly zone = computed(() => this.watched.answer()?.timeZone ?? 'none');
  protected readonly overall = computed(() => this.length(overallAverage(this.points())));
  protected readonly closed = computed(() => {
    const count = this.points().reduce((sum, { closedCount }) => sum + closedCount, 0);
    return this.words.say('analysis.resolution.closed', { count });
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
          label: this.words.say('analysis.resolution.median'),
          data: this.values('median'),
          pointStyle: 'rectRot',
          backgroundColor: colors.surface,
          borderColor: colors.median,
        },
        {
          ...marks,
          label: this.words.say('analysis.resolution.p90'),
          data: this.values('p90'),
          pointStyle: 'triangle',
          backgroundColor: colors.surface,
          borderColor: colors.p90,
        },
        {
          label: this.words.say('analysis.resolution.average'),
          data: this.values('average'),
          backgroundColor: colors.bar,
          borderRadius: 4,
          maxBarThickness: 48,
        },
      ],
    } as unknown as ChartData<'bar'>;
  });
  protected readonly options = computed<ChartOptions<'bar'>>(() => {
    const style = chartStyle(this.palette.colors(), this.words.locale(), {
      value: 'y',
      stacked: false,
      unit: this.words.say(this.unit().word),
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
    return ms === null ? '–' : lengthWords(this.words, ms);
  }

  private values(name: 'average' | 'median' | 'p90'): (number | null)[] {
    return this.points().map((point: MonthPoint) => {
      const ms = point[name];
      return ms === null ? null : ms / this.unit().ms;
    });
  }
}
