import type { FeedChange, Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Status, type Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ReadModel } from '@campus-desk/analysis/read-model';
import { bucketOf } from '@campus-desk/kit/duration-histogram';

/** Times from opening to closing, summed up. */
export type Durations = {
  count: number;
  totalMs: number;
  /** How many durations each bar of the histogram holds. */
  readonly buckets: Map<number, number>;
};

/** The resolution times of closed tickets, by month of opening and category. */
export class ResolutionModel implements ReadModel {
  readonly #months = new Map<string, Map<Category, Durations>>();

  add({ closedMonths }: Snapshot): void {
    for (const { month, category, closedCount, totalMs, buckets } of closedMonths) {
      const durations = this.#of(month, category);
      durations.count += closedCount;
      durations.totalMs += Number(totalMs);
      for (const { index, count } of buckets) addTo(durations.buckets, index, count);
    }
  }

  apply({
    statusBefore,
    statusAfter,
    openingMonth,
    categoryAfter,
    openedAtMs,
    closedAtMs,
  }: FeedChange): void {
    if (statusAfter !== Status.CLOSED || statusBefore === Status.CLOSED) return;
    const duration = Number(closedAtMs - openedAtMs);
    const durations = this.#of(openingMonth, categoryAfter);
    durations.count += 1;
    durations.totalMs += duration;
    addTo(durations.buckets, bucketOf(duration), 1);
  }

  /** The first month in which a ticket was opened that is closed now; undefined when none is. */
  firstMonth(): string | undefined {
    return [...this.#months.keys()].reduce<string | undefined>(
      (first, month) => (first === undefined || month < first ? month : first),
      undefined,
    );
  }

  /** The durations of one month and category; undefined when there are none. */
  durations(month: string, category: Category): Durations | undefined {
    return this.#months.get(month)?.get(category);
  }

  #of(month: string, category: Category): Durations {
    const categories = this.#months.get(month) ?? new Map<Category, Durations>();
    const durations = categories.get(category) ?? {
      count: 0,
      totalMs: 0,
      buckets: new Map<number, number>(),
    };
    this.#months.set(month, categories.set(category, durations));
    return durations;
  }
}

/** Adds durations up. */
export function sum(parts: readonly Durations[]): Durations {
  const all: Durations = { count: 0, totalMs: 0, buckets: new Map() };
  for (const { count, totalMs, buckets } of parts) {
    all.count += count;
    all.totalMs += totalMs;
    for (const [index, held] of buckets) addTo(all.buckets, index, held);
  }
  return all;
}

function addTo(buckets: Map<number, number>, index: number, count: number): void {
  buckets.set(index, (buckets.get(index) ?? 0) + count);
}
