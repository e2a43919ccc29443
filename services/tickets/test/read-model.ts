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
  /** As `date opened: count` and `date closed: count`, of the last days. */
  readonly flow: readonly string[];
};

/** How many lines of the flow a picture has: no more than every snapshot tells. */
const flowLines = 100;

/** What the tables hold. */
export function pictureOf(tickets: readonly Ticket[], timeZone = 'UTC'): Picture {
  const closed = new Map<string, number>();
  const flow = new Map<string, number>();
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  for (const { openedAt, closedAt } of tickets) {
    add(flow, `${calendar.format(openedAt)} opened`);
    if (closedAt !== null) add(flow, `${calendar.format(closedAt)} closed`);
  }
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
    flow: linesOf(flow).slice(-flowLines),
  };
}

/** The plainest read model: everything that a feed told, added up. */
export class ReadModel {
  revision = -1;
  logId = '';
  readonly #unclosed = new Map<bigint, string>();
  readonly #closed = new Map<string, number>();
  readonly #flow = new Map<string, number>();

  take({ step }: FollowResponse): void {
    if (step.case === 'snapshot') this.#begin(step.value);
    if (step.case === 'changes') {
      for (const change of step.value.changes) this.#change(change);
      this.revision = Number(step.value.revision);
    }
  }

  picture(): Picture {
    return {
      unclosed: [...this.#unclosed.values()].sort(),
      closed: linesOf(this.#closed),
      flow: linesOf(this.#flow).slice(-flowLines),
    };
  }

  #begin({ unclosed, closedMonths, flowDays, complete, revision, logId }: Snapshot): void {
    unclosed?.ids.forEach((id, index) => {
      const { openedAtMs, statuses, categories } = unclosed;
      this.#unclosed.set(id, `${id} ${openedAtMs[index]} ${statuses[index]} ${categories[index]}`);
    });
    for (const { month, category, closedCount, totalMs, buckets } of closedMonths) {
      this.#closed.set(`${month} ${category} total`, Number(totalMs));
      this.#closed.set(`${month} ${category} count`, closedCount);
      for (const { index, count } of buckets) this.#closed.set(`${month} ${category} ${index}`, count);
    }
    for (const { date, openedCount, closedCount } of flowDays) {
      if (openedCount > 0) add(this.#flow, `${date} opened`, openedCount);
      if (closedCount > 0) add(this.#flow, `${date} closed`, closedCount);
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
    if (before === undefined) add(this.#flow, `${change.date} opened`);
    if (statusAfter !== Status.CLOSED)
      this.#unclosed.set(ticketId, `${ticketId} ${openedAtMs} ${statusAfter} ${categoryAfter}`);
    else {
      this.#unclosed.delete(ticketId);
      add(this.#flow, `${change.date} closed`);
      addClosed(this.#closed, change.openingMonth, categoryAfter, Number(change.closedAtMs - openedAtMs));
    }
  }
}

function addClosed(sums: Map<string, number>, month: string, category: number, duration: number): void {
  for (const [key, amount] of [
    ['total', duration],
    ['count', 1],
    [bucketOf(duration), 1],
  ] as const)
    add(sums, `${month} ${category} ${key}`, amount);
}

function add(sums: Map<string, number>, key: string, amount = 1): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

function linesOf(sums: ReadonlyMap<string, number>): readonly string[] {
  return [...sums].map(([key, sum]) => `${key}: ${sum}`).sort();
}
