import { Component, computed, inject, input, output } from '@angular/core';
import { durationFromMs } from '@bufbuild/protobuf/wkt';
import type { GetBacklogResponse } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { BACKLOG } from '../api/transport';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ChartData } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { CATEGORIES, CATEGORY_WORDS, STATUS_WORDS } from '../ticket/words';
import { AnalysisCard } from './analysis-card';
import { ageGroupWords } from './age-groups';
import { categoryColor } from './category-colors';
import { ChartPalette } from './chart-colors';
import { chartStyle } from './chart-style';
import { Legend } from './legend';
import { hoursOf, periodWords, type Period } from './period';
import { PeriodChooser } from './period-chooser';
import { watchAnswer } from './watched';

/** How many tickets opened in a period are still not closed, by age and category. */
@Component({
  selector: 'desk-backlog-card',
  imports: [AnalysisCard, BaseChartDirective, Legend, PeriodChooser],
  templateUrl: './backlog-card.html',
  styleUrl: './numbers-table.scss',
})
export class BacklogCard {
  readonly period = input.required<Period>();
  readonly enlarge = input('');
  readonly choosePeriod = output<Period>();

  private readonly backlog = inject(BACKLOG);
  private readonly palette = inject(ChartPalette);

  protected readonly watched = watchAnswer<object, GetBacklogResponse>(
    () => ({ last: durationFromMs(hoursOf(this.period()) * 3_600_000) }),
    (question, signal) => this.backlog.watchBacklog(question, { signal, timeoutMs: 0 }),
  );
  protected readonly heads = ['Facility', 'IT', 'Services'];
  protected readonly legend = [
    { look: 'facility', word: CATEGORY_WORDS[Category.FACILITY_MANAGEMENT] },
    { look: 'it', word: CATEGORY_WORDS[Category.TECHNICAL_IT] },
    { look: 'services', word: CATEGORY_WORDS[Category.SERVICES_COMPLAINTS] },
  ];
  protected readonly question = computed(() => `Opened in ${periodWords(this.period())}, still not closed`);
  protected readonly count = computed(() => (this.watched.answer()?.count ?? 0).toLocaleString('en'));
  protected readonly byStatus = computed(
    () =>
      this.watched
        .answer()
        ?.byStatus.filter(({ status }) => status !== Status.CLOSED)
        .map(({ status, count }) => `${count.toLocaleString('en')} ${STATUS_WORDS[status]}`)
        .join(', ') ?? '',
  );
  protected readonly rows = computed(
    () =>
      this.watched.answer()?.ages.map((group) => ({
        age: ageGroupWords(group),
        counts: CATEGORIES.map(
          (category) => group.byCategory.find((one) => one.category === category)?.count ?? 0,
        ),
        count: group.count,
      })) ?? [],
  );
  protected readonly totals = computed(() =>
    CATEGORIES.map(
      (category) => this.watched.answer()?.byCategory.find((one) => one.category === category)?.count ?? 0,
    ),
  );
  protected readonly data = computed<ChartData<'bar'>>(() => {
    const colors = this.palette.colors();
    return {
      labels: this.rows().map(({ age }) => age),
      datasets: CATEGORIES.map((category, index) => ({
        label: CATEGORY_WORDS[category],
        data: this.rows().map(({ counts }) => counts[index] ?? 0),
        backgroundColor: categoryColor(category, colors),
        borderColor: colors.surface,
        borderWidth: 1,
        borderRadius: 3,
        maxBarThickness: 72,
      })),
    };
  });
  protected readonly options = computed(() =>
    chartStyle(this.palette.colors(), { value: 'y', stacked: true, unit: '', skipNames: false }),
  );
}
