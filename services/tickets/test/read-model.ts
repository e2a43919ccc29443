import { bucketOf } from '@campus-desk/kit/duration-histogram';
import type { FeedChange, FollowResponse, Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Ticket } from '../src/domain/ticket.ts';
import { protoCategory, protoStatus } from '../src/rpc/enum-names.ts';

/** All that the analyses need of the desk, in one order. */
export type Picture = {
  /** As `id opened status category`. */
  readonly unclosed: readonly string[];
  /** As `month category bucket: count, total`; the total stands in bucket 'all'. */
  readonly closed: readonly string[];
};

/** What the tables hold. */
export function pictureOf(tickets: readonly Ticket[]): Picture {
  const closed = new Map<string, number>();
  for (const { openingMonth, category, openedAt, closedAt } of tickets)
    if (closedAt !== null) addClosed(closed, openingMonth, protoCategory[category], closedAt - openedAt);
  const unclosed = tickets.filter(({ closedAt }) => closedAt === null);
  return {
    unclosed: unclosed
      .map(
        ({ id, openedAt, status, category }) =>
          `${id} ${openedAt} ${protoStatus[status]} ${protoCategory[category]}`,
      )
      .sort(),
    closed: linesOf(closed),
  };
}

/** The plainest read model: everything that a feed told, added up. */
export class ReadModel {
  revision = -1;
  logId = '';
  readonly #unclosed = new Map<bigint, string>();
  readonly #closed = new Map<string, number>();

  take({ step }: FollowResponse): void {
    if (step.case === 'snapshot') this.#begin(step.value);
    if (step.case === 'changes') {
      for (const change of step.value.changes) this.#change(change);
      this.revision = Number(step.value.revision);
    }
  }

  picture(): Picture {
    return { unclosed: [...this.#unclosed.values()].sort(), closed: linesOf(this.#closed) };
  }

  #begin({ unclosed, closedMonths, complete, revision, logId }: Snapshot): void {
    unclosed?.ids.forEach((id, index) => {
      const { openedAtMs, statuses, categories } = unclosed;
      this.#unclosed.set(id, `${id} ${openedAtMs[index]} ${statuses[index]} ${categories[index]}`);
    });
    for (const { month, category, closedCount, totalMs, buckets } of closedMonths) {
      this.#closed.set(`${month} ${category} total`, Number(totalMs));
      this.#closed.set(`${month} ${category} count`, closedCount);
      for (const { index, count } of buckets) this.#closed.set(`${month} ${category} ${index}`, count);
    }
    this.logId = logId;
    if (complete) this.revision = Number(revision);
  }

  #change(change: FeedChange): void {
    const { ticketId, openedAtMs, statusBefore, statusAfter, categoryBefore, categoryAfter } = change;
    const known = this.#unclosed.get(ticketId);
    const before =
      statusBefore === Status.UNSPECIFIED
        ? undefined
        : `${ticketId} ${openedAtMs} ${statusBefore} ${categoryBefore}`;
    if (known !== before) throw new Error(`revision ${change.revision}: knew ${known}, was told ${before}`);
    if (statusAfter !== Status.CLOSED)
      this.#unclosed.set(ticketId, `${ticketId} ${openedAtMs} ${statusAfter} ${categoryAfter}`);
    else {
      this.#unclosed.delete(ticketId);
      addClosed(this.#closed, change.openingMonth, categoryAfter, Number(change.closedAtMs - openedAtMs));
    }
  }
}

function addClosed(sums: Map<string, number>, month: string, category: number, duration: number): void {
  const add = (key: string, amount: number) =>
    sums.set(`${month} ${category} ${key}`, (sums.get(`${month} ${category} ${key}`) ?? 0) + amount);
  add('total', duration);
  add('count', 1);
  add(String(bucketOf(duration)), 1);
}

function linesOf(sums: ReadonlyMap<string, number>): readonly string[] {
  return [...sums].map(([key, sum]) => `${key}: ${sum}`).sort();
}
