import type { FeedChange, Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ReadModel } from '@campus-desk/analysis/read-model';

/** A ticket that is not closed. */
export type Unclosed = {
  /** In ms UTC. */
  readonly openedAt: number;
  readonly status: Status;
  readonly category: Category;
};

/** All tickets that are not closed. */
export class BacklogModel implements ReadModel {
  readonly #unclosed = new Map<bigint, Unclosed>();

  add({ unclosed }: Snapshot): void {
    unclosed?.ids.forEach((id, index) => {
      this.#unclosed.set(id, {
        openedAt: Number(unclosed.openedAtMs[index]),
        status: unclosed.statuses[index] ?? Status.UNSPECIFIED,
        category: unclosed.categories[index] ?? Category.UNSPECIFIED,
      });
    });
  }

  apply({ ticketId, openedAtMs, statusAfter: status, categoryAfter: category }: FeedChange): void {
    if (status === Status.CLOSED) this.#unclosed.delete(ticketId);
    else this.#unclosed.set(ticketId, { openedAt: Number(openedAtMs), status, category });
  }

  /** Those opened at a time (ms UTC) or later. */
  openedSince(time: number): readonly Unclosed[] {
    return [...this.#unclosed.values()].filter(({ openedAt }) => openedAt >= time);
  }
}
