import type { FeedChange, Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Status, type Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ReadModel } from '@campus-desk/analysis/read-model';
import { DayFlows, type DayFlow } from './day-flows.ts';

/** How many tickets of each category are open and active, and how many came and went on each of the last days. */
export class WorkloadModel implements ReadModel {
  readonly #counts = new Map<string, number>();
  readonly #days = new DayFlows();

  add({ unclosed, flowDays }: Snapshot): void {
    unclosed?.ids.forEach((_, index) => {
      this.#count(unclosed.statuses[index], unclosed.categories[index], 1);
    });
    for (const day of flowDays) this.#days.add(day.date, day);
  }

  apply({ statusBefore, categoryBefore, statusAfter, categoryAfter, date }: FeedChange): void {
    this.#count(statusBefore, categoryBefore, -1);
    this.#count(statusAfter, categoryAfter, 1);
    if (statusBefore === Status.UNSPECIFIED) this.#days.add(date, { openedCount: 1, closedCount: 0 });
    // Closed is final: nothing of a closed ticket changes any more.
    if (statusAfter === Status.CLOSED) this.#days.add(date, { openedCount: 0, closedCount: 1 });
  }

  /** How many tickets have a status, not closed, and a category. */
  count(status: Status, category: Category): number {
    return this.#counts.get(keyOf(status, category)) ?? 0;
  }

  /** What came and went on one of the last days, as `2026-10-25`. */
  flow(date: string): DayFlow {
    return this.#days.on(date);
  }

  #count(status: Status | undefined, category: Category | undefined, by: 1 | -1): void {
    const key = keyOf(status, category);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }
}

function keyOf(status: Status | undefined, category: Category | undefined): string {
  return `${status} ${category}`;
}
