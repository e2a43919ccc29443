import { Component, computed, inject, input, output } from '@angular/core';
import { durationFromMs } from '@bufbuild/protobuf/wkt';
import type { AgeGroup, GetBacklogResponse } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { BACKLOG } from './clients';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ChartData } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { boundsOf, UNCLOSED } from '../ticket/list-address';
import { CATEGORIES, CATEGORY_WORDS } from '../ticket/words';
import { Words } from '../ui/words';
import { AnalysisCard } from './analysis-card';
import { ageGroupWords } from './age-groups';
import { categoryColor } from './category-colors';
import { ChartPalette } from './chart-colors';
import { chartStyle } from './chart-style';
import { CountLink } from './count-link';
import { DrillDown } from './drill-down';
import { Legend } from './legend';
import { hoursOf, type Period } from './period';
import { PeriodChooser } from './period-chooser';
import { watchAnswer } from './watched';

/** How many tickets opened in a period are still not closed, by age and category. */
@Component({
  selector: 'desk-backlog-card',
  imports: [AnalysisCard, BaseChartDirective, CountLink, DrillDown, Legend, PeriodChooser],
  templateUrl: './backlog-card.html',
  styleUrl: './numbers-table.scss',
})
export class BacklogCard {
  readonly period = input.required<Period>();
  readonly enlarge = input('');
  readonly choosePeriod = output<Period>();

  protected readonly words = inject(Words);
  private readonly backlog = inject(BACKLOG);
  private readonly palette = inject(ChartPalette);

  protected readonly watched = watchAnswer<object, GetBacklogResponse>(
    'backlog',
    () => ({ last: durationFromMs(hoursOf(this.period()) * 3_600_000) }),
    (question, signal) => this.backlog.watchBacklog(question, { signal, timeoutMs: 0 }),
  );
  protected readonly heads = [
    'ticket.category.facilityShort',
    'ticket.category.itShort',
    'ticket.category.servicesShort',
  ] as const;
  protected readonly legend = [
    { look: 'facility', word: CATEGORY_WORDS[Category.FACILITY_MANAGEMENT] },
    { look: 'it', word: CATEGORY_WORDS[Category.TECHNICAL_IT] },
    { look: 'services', word: CATEGORY_WORDS[Category.SERVICES_COMPLAINTS] },
  ];
  protected readonly question = computed(() => this.words.say('analysis.backlog.question', this.period()));
  protected readonly count = computed(() => this.words.number(this.total().all.count));
  protected readonly byStatus = computed(() =>
    this.words.say('analysis.backlog.byStatus', {
      open: this.of(Status.OPEN),
      active: this.of(Status.ACTIVE),
    }),
  );
  protected readonly rows = computed(
    () =>
      this.watched.answer()?.ages.map((group) => ({
        age: ageGroupWords(this.words, group),
        ...this.split(group),
      })) ?? [],
  );
  protected readonly total = computed(() => {
    const { byCategory = [], count = 0, openedFrom } = this.watched.answer() ?? {};
    return this.split({ byCategory, count, openedFrom });
  });
  protected readonly lists = computed(() =>
    CATEGORIES.map((_, index) => this.rows().map(({ cells }) => cells[index]!.list)),
  );
  protected readonly data = computed<ChartData<'bar'>>(() => {
    const colors = this.palette.colors();
    return {
      labels: this.rows().map(({ age }) => age),
      datasets: CATEGORIES.map((category, index) => ({
        label: this.words.say(CATEGORY_WORDS[category]),
        data: this.rows().map(({ cells }) => cells[index]!.count),
        backgroundColor: categoryColor(category, colors),
        borderColor: colors.surface,
        borderWidth: 1,
        borderRadius: 3,
        maxBarThickness: 72,
      })),
    };
  });
  protected readonly options = computed(() =>
    chartStyle(this.palette.colors(), this.words.locale(), {
      value: 'y',
      stacked: true,
      unit: '',
      skipNames: false,
    }),
  );

  /** Numbers by category and all together, with the tickets that each counts. */
  private split({
    byCategory,
    count,
    openedFrom,
    openedUntil,
  }: Pick<AgeGroup, 'byCategory' | 'count' | 'openedFrom' | 'openedUntil'>) {
    const list = { status: UNCLOSED, bounds: boundsOf({ openedFrom, openedUntil }) } as const;
    return {
      cells: CATEGORIES.map((category) => ({
        count: byCategory.find((one) => one.category === category)?.count ?? 0,
        list: { ...list, category },
      })),
      all: { count, list },
    };
  }

  private of(status: Status): number {
    return this.watched.answer()?.byStatus.find((one) => one.status === status)?.count ?? 0;
  }
}
