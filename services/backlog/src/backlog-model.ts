import type { FeedChange, Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ReadModel } from '@campus-desk/analysis/read-model';
import { SortedTimes } from './sorted-times.ts';

/** How many tickets have a status and a category. */
export type TicketCount = { readonly status: Status; readonly category: Category; readonly count: number };

/** When the tickets were opened that are not closed, by status and category. */
export class BacklogModel implements ReadModel {
  readonly #groups = [Status.OPEN, Status.ACTIVE].flatMap((status) =>
    [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS].map((category) => ({
      status,
      category,
      openedAt: new SortedTimes(),
    })),
  );

  add({ unclosed }: Snapshot): void {
    if (unclosed === undefined) return;
    const { openedAtMs, statuses, categories } = unclosed;
    for (const { status, category, openedAt } of this.#groups)
      openedAt.addAll(
        openedAtMs
          .filter((_, index) => statuses[index] === status && categories[index] === category)
          .map(Number),
      );
  }

  apply({ openedAtMs, statusBefore, categoryBefore, statusAfter, categoryAfter }: FeedChange): void {
    this.#of(statusBefore, categoryBefore)?.delete(Number(openedAtMs));
    this.#of(statusAfter, categoryAfter)?.add(Number(openedAtMs));
  }

  /** How many were opened at a time (ms UTC) or later but before another, in every status and category. */
  opened(from: number, before: number): readonly TicketCount[] {
    return this.#groups.map(({ status, category, openedAt }) => ({
      status,
      category,
      count: openedAt.countFrom(from) - openedAt.countFrom(before),
    }));
  }

  /** When (ms UTC) the first was opened of those at a time or later; undefined when there are none. */
  firstOpened(from: number): number | undefined {
    const times = this.#groups.flatMap(({ openedAt }) => openedAt.firstFrom(from) ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Nothing for tickets that are closed, or not there yet. */
  #of(status: Status, category: Category): SortedTimes | undefined {
    return this.#groups.find((group) => group.status === status && group.category === category)?.openedAt;
  }
}
