import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { randomUUID } from 'node:crypto';
import { In, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { evolve } from '../domain/evolve.ts';
import type { Ticket } from '../domain/ticket.ts';
import { readAttention } from './attention.ts';
import { insertRows } from './bulk-insert.ts';
import type { Database } from './database.ts';
import { readFlow } from './day-flow.ts';
import {
  ClosedBucketEntity,
  DayFlowEntity,
  EventEntity,
  FeedHeadEntity,
  StatusCountEntity,
  TicketEntity,
  type ClosedBucket,
} from './entities.ts';
import { Findings } from './findings.ts';
import { lockHead, readHead } from './head.ts';
import { recount, type Recount } from './recount.ts';
import { fromStored } from './stored-event.ts';

/** How many tickets that changed meanwhile are held in memory at a time. */
const pageSize = 1_000;

/** What was found in a database. */
export type Verified = Pick<Recount, 'revision' | 'tickets' | 'findings'> & {
  /** Where the counters do not say what a count of all tickets gives. */
  readonly counters: Findings;
  /** Whether months or days are among them, on which analyses add. */
  readonly inFeed: boolean;
};

/**
 * Checks all that the store keeps twice against a recount, at one revision; the desk may write meanwhile.
 * @param calendar that of the campus
 * @param counted told now and then how many tickets are done
 */
export function verify(
  database: Database,
  calendar: CampusCalendar,
  counted?: (tickets: number) => void,
): Promise<Verified> {
  return database.read(async (manager) => {
    const { tally, ...counts } = await recount(manager, calendar, counted);
    return { ...counts, ...(await compareCounters(manager, calendar, tally)) };
  });
}

/**
 * Does the same, and rewrites the counters where they are wrong. Everything is counted without a lock; writers wait
 * only while what changed since is added. Where months or days were wrong the log gets a new name, so that whoever has
 * added on to them takes a new picture when it next asks for the feed.
 * @returns what was wrong: the counters are right since
 */
export async function rebuild(
  database: Database,
  calendar: CampusCalendar,
  counted?: (tickets: number) => void,
): Promise<Verified> {
  const counts = await database.read((manager) => recount(manager, calendar, counted));
  const wrong = await database.write(async (manager) => {
    const { revision } = await lockHead(manager);
    await catchUp(manager, counts, revision);
    const { tally } = counts;
    const found = await compareCounters(manager, calendar, tally);
    if (found.counters.count === 0) return found;
    await manager.createQueryBuilder().delete().from(StatusCountEntity).execute();
    await insertRows(manager, StatusCountEntity, tally.statusCounts());
    await manager.createQueryBuilder().delete().from(ClosedBucketEntity).execute();
    await insertRows(manager, ClosedBucketEntity, tally.closedBuckets());
    await manager.createQueryBuilder().delete().from(DayFlowEntity).execute();
    await insertRows(manager, DayFlowEntity, tally.dayFlows());
    const logName = found.inFeed ? { logId: randomUUID() } : undefined;
    const attention = { ...tally.attention(), attentionRevision: revision };
    await manager.update(FeedHeadEntity, { id: 1 }, { ...attention, flowRevision: revision, ...logName });
    return found;
  });
  return { ...counts, ...wrong };
}

/** Brings a recount up to the log's end: each ticket that changed counts as it is now instead of as it was then. */
async function catchUp(manager: EntityManager, counts: Recount, revision: number): Promise<void> {
  const { tally, revision: counted } = counts;
  for (let after = counted; ;) {
    const tickets = await manager.find(TicketEntity, {
      where: { revision: MoreThan(after) },
      order: { revision: 'ASC' },
      take: pageSize,
    });
    const ids = tickets.map(({ id }) => id);
    for (const before of (await ticketsAt(manager, ids, counted)).values()) tally.add(before, -1);
    for (const ticket of tickets) tally.add(ticket);
    if (tickets.length < pageSize) break;
    after = tickets.at(-1)!.revision;
  }
  counts.revision = revision;
}

/** Those of some tickets that were there at a revision, as they were then. */
async function ticketsAt(
  manager: EntityManager,
  ids: readonly number[],
  revision: number,
): Promise<ReadonlyMap<number, Ticket>> {
  const at = new Map<number, Ticket>();
  if (ids.length === 0) return at;
  const history = await manager.find(EventEntity, {
    where: { ticketId: In([...ids]), revision: LessThanOrEqual(revision) },
    order: { revision: 'ASC' },
  });
  for (const row of history)
    at.set(row.ticketId, evolve(at.get(row.ticketId), fromStored(row), row.revision));
  return at;
}

async function compareCounters(
  manager: EntityManager,
  calendar: CampusCalendar,
  tally: Recount['tally'],
): Promise<Pick<Verified, 'counters' | 'inFeed'>> {
  const findings = new Findings();
  const statusKey = ({ status, category }: { status: string; category: string }) =>
    `status_count ${status} ${category}`;
  pairs(await manager.find(StatusCountEntity), tally.statusCounts(), statusKey, (key, stored, counted) =>
    findings.compare(key, stored?.count, counted?.count),
  );
  const head = await readHead(manager);
  const attention = await readAttention(manager, head);
  const { awaitingReplyCount, unsureCategoryCount } = tally.attention();
  findings.compare('feed_head.awaiting_reply_count', attention.awaitingReplyCount, awaitingReplyCount);
  findings.compare('feed_head.unsure_category_count', attention.unsureCategoryCount, unsureCategoryCount);
  const before = findings.count;
  const bucketKey = ({ month, category, bucket }: ClosedBucket) =>
    `closed_bucket ${month} ${category} ${bucket}`;
  const buckets = await manager.find(ClosedBucketEntity);
  pairs(buckets, tally.closedBuckets(), bucketKey, (key, stored, counted) => {
    findings.compare(`${key}, count`, stored?.count, counted?.count);
    findings.compare(`${key}, total_ms`, stored?.totalMs, counted?.totalMs);
  });
  const days = await readFlow(manager, head, calendar);
  pairs(
    days,
    tally.dayFlows(),
    ({ date }) => `day_flow ${date}`,
    (key, stored, counted) => {
      findings.compare(`${key}, opened_count`, stored?.openedCount, counted?.openedCount);
      findings.compare(`${key}, closed_count`, stored?.closedCount, counted?.closedCount);
    },
  );
  return { counters: findings, inFeed: findings.count > before };
}

function pairs<Row>(
  stored: readonly Row[],
  counted: readonly Row[],
  keyOf: (row: Row) => string,
  compare: (key: string, stored: Row | undefined, counted: Row | undefined) => void,
): void {
  const storedBy = new Map(stored.map((row) => [keyOf(row), row]));
  const countedBy = new Map(counted.map((row) => [keyOf(row), row]));
  for (const key of new Set([...storedBy.keys(), ...countedBy.keys()]))
    compare(key, storedBy.get(key), countedBy.get(key));
}
