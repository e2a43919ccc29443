import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { bucketOf } from '@campus-desk/kit/duration-histogram';
import { awaitsReply, isUnsure } from '../domain/attention.ts';
import { categories } from '../domain/category/category.ts';
import { statuses } from '../domain/status.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Attention } from './attention.ts';
import type { ClosedBucket, DayFlow, StatusCount } from './entities.ts';
import { FlowSums } from './flow-sums.ts';

/** What the counters count of a ticket. */
export type Counted = Pick<
  Ticket,
  | 'status'
  | 'category'
  | 'categorySource'
  | 'categoryConfidence'
  | 'openingMonth'
  | 'openedAt'
  | 'closedAt'
  | 'lastMessageSide'
>;

/** Counts tickets one by one: what the counters of the desk must say, in memory bounded by the number of counters. */
export class Tally {
  readonly #statuses = new Map<string, StatusCount>();
  readonly #closed = new Map<string, ClosedBucket>();
  readonly #attention = { awaitingReplyCount: 0, unsureCategoryCount: 0 };
  readonly #flow: FlowSums;

  /** @param calendar that of the campus, whose days are counted */
  constructor(calendar: CampusCalendar) {
    this.#flow = new FlowSums(calendar);
    for (const status of statuses)
      for (const category of categories)
        this.#statuses.set(`${status} ${category}`, { status, category, count: 0 });
  }

  /** Counts a ticket, or with -1 takes it out again. */
  add(ticket: Counted, times: 1 | -1 = 1): void {
    const { status, category, openingMonth: month, openedAt, closedAt } = ticket;
    const kind = `${status} ${category}`;
    const number = this.#statuses.get(kind) ?? { status, category, count: 0 };
    this.#statuses.set(kind, number);
    number.count += times;
    if (awaitsReply(ticket)) this.#attention.awaitingReplyCount += times;
    if (isUnsure(ticket)) this.#attention.unsureCategoryCount += times;
    this.#flow.count('opened', openedAt, times);
    if (closedAt === null) return;
    this.#flow.count('closed', closedAt, times);
    const duration = closedAt - openedAt;
    const bucket = bucketOf(duration);
    const key = `${month} ${category} ${bucket}`;
    const bar = this.#closed.get(key) ?? { month, category, bucket, count: 0, totalMs: 0 };
    this.#closed.set(key, bar);
    bar.count += times;
    bar.totalMs += times * duration;
  }

  /** A row for each status and category, zeros included. */
  statusCounts(): readonly StatusCount[] {
    return [...this.#statuses.values()];
  }

  /** A row for each bar of the histograms that holds a ticket. */
  closedBuckets(): readonly ClosedBucket[] {
    return [...this.#closed.values()].filter(({ count }) => count !== 0);
  }

  /** How many tickets need somebody's eye. */
  attention(): Attention {
    return this.#attention;
  }

  /** A row for each day on which a ticket was opened or closed. */
  dayFlows(): readonly DayFlow[] {
    return this.#flow.rows();
  }
}
