import type { ResolutionMonth } from '@campus-desk/contract/campus/analysis/v1/resolution';
import type { FeedChange, Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ReadModel } from '@campus-desk/analysis/read-model';
import type { CalendarPeriod } from '@campus-desk/kit/campus-calendar';
import { bucketOf } from '@campus-desk/kit/duration-histogram';
import { OpeningMonth } from './opening-month.ts';

/** The resolution times of closed tickets, by month of opening and category. */
export class ResolutionModel implements ReadModel {
  readonly #months = new Map<string, OpeningMonth>();

  add({ closedMonths }: Snapshot): void {
    for (const { month, category, closedCount: count, totalMs, buckets } of closedMonths)
      this.#of(month).add(category, { count, totalMs: Number(totalMs), buckets });
  }

  apply({ statusAfter, openingMonth, categoryAfter, openedAtMs, closedAtMs }: FeedChange): void {
    // Closed is final: nothing of a closed ticket changes any more.
    if (statusAfter !== Status.CLOSED) return;
    const totalMs = Number(closedAtMs - openedAtMs);
    const buckets = [{ index: bucketOf(totalMs), count: 1 }];
    this.#of(openingMonth).add(categoryAfter, { count: 1, totalMs, buckets });
  }

  /** The first month in which a ticket was opened that is closed now; undefined when none is. */
  firstMonth(): string | undefined {
    return [...this.#months.keys()].reduce<string | undefined>(
      (first, month) => (first === undefined || month < first ? month : first),
      undefined,
    );
  }

  /** The resolution times of the tickets opened in a month, also when none of them is closed. */
  month(month: CalendarPeriod): ResolutionMonth {
    return (this.#months.get(month.name) ?? new OpeningMonth()).answer(month);
  }

  #of(month: string): OpeningMonth {
    const known = this.#months.get(month) ?? new OpeningMonth();
    this.#months.set(month, known);
    return known;
  }
}
