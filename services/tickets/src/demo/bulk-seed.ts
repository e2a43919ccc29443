import { monthsIn } from '@campus-desk/kit/calendar-month';
import { StartError } from '@campus-desk/kit/config';
import type { EntityManager } from 'typeorm';
import { classify } from '../domain/category/classify.ts';
import { insertRows } from '../store/bulk-insert.ts';
import type { Database } from '../store/database.ts';
import {
  ClosedBucketEntity,
  EventEntity,
  FeedHeadEntity,
  MessageEntity,
  StatusCountEntity,
  TicketEntity,
  TicketTermEntity,
} from '../store/entities.ts';
import { lockHead } from '../store/head.ts';
import { Tally } from '../store/tally.ts';
import { campusClock } from './campus-clock.ts';
import { loadDemo } from './demo-ticket.ts';
import { historyOf } from './history.ts';
import { lives, type Plan } from './lives.ts';
import { remembered } from './remembered.ts';
import { SeedBatch } from './seed-batch.ts';
import { WriteBehind } from './write-behind.ts';

/** How many changes one transaction carries. */
const batchSize = 10_000;

const tables = [TicketTermEntity, TicketEntity, MessageEntity, EventEntity];

/**
 * Fills an empty desk with any number of tickets, row by row what the desk would have stored had it taken everything
 * at its time; only the request ids of the last day are not remembered. The same plan gives the same rows. Counters
 * and head come last: what a seed that was cut off has left, the next one takes away.
 * @param seeded told now and then how many tickets have been opened
 * @returns how many were
 * @throws StartError when there are tickets already
 */
export async function seedBulk(
  database: Database,
  plan: Plan,
  timeZone: string,
  seeded: (tickets: number) => void = () => undefined,
): Promise<number> {
  await takeAwayUnfinished(database);
  const clock = campusClock(timeZone);
  const until = clock.instant({ ...clock.local(plan.until), hour: 0, minute: 0 });
  const facts = { monthOf: monthsIn(timeZone), classify: remembered(classify) };
  const demo = await loadDemo(new URL('../../demo/', import.meta.url));
  const tally = new Tally();
  const head = { revision: 0, lastTicketId: 0, lastMessageId: 0, lastAt: 0 };
  const writes = new WriteBehind();
  let batch = new SeedBatch();
  try {
    for (const step of historyOf(lives(demo, plan, clock), until, facts)) {
      const { revision, event, after, message, said } = step;
      Object.assign(head, { revision, lastAt: event.at });
      head.lastTicketId = Math.max(head.lastTicketId, after.id);
      head.lastMessageId = message?.id ?? head.lastMessageId;
      if (said !== undefined) tally.add(after);
      batch.add(step);
      if (batch.size < batchSize) continue;
      const full = batch;
      await writes.add(() => database.write((manager) => full.insert(manager)));
      seeded(head.lastTicketId);
      batch = new SeedBatch();
    }
  } finally {
    await writes.end();
  }
  await database.write(async (manager) => {
    await requireEmpty(manager);
    await batch.insert(manager);
    await manager.createQueryBuilder().delete().from(StatusCountEntity).execute();
    await insertRows(manager, StatusCountEntity, tally.statusCounts());
    await insertRows(manager, ClosedBucketEntity, tally.closedBuckets());
    await manager.update(FeedHeadEntity, { id: 1 }, head);
  });
  return head.lastTicketId;
}

/** Empties the tables if they were filled without their head. */
async function takeAwayUnfinished(database: Database): Promise<void> {
  const isUnfinished = await database.write(async (manager) => {
    await requireEmpty(manager);
    return manager.exists(EventEntity);
  });
  if (!isUnfinished) return;
  // What tells that they are unfinished goes last.
  for (const table of tables) await database.write((manager) => manager.clear<object>(table));
}

async function requireEmpty(manager: EntityManager): Promise<void> {
  const { revision } = await lockHead(manager);
  if (revision > 0)
    throw new StartError(
      'There are tickets already; nothing was added. Only an empty database is filled so.',
    );
}
