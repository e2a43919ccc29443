import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { StartError } from '@campus-desk/kit/config';
import type { EntityManager } from 'typeorm';
import { classify } from '../category-model.ts';
import { insertRows } from '../store/bulk-insert.ts';
import type { Database } from '../store/database.ts';
import {
  ClosedBucketEntity,
  DayFlowEntity,
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
import { SeedTickets } from './seed-tickets.ts';
import { WriteBehind } from './write-behind.ts';

/** How many changes one transaction carries. */
const batchSize = 10_000;

/**
 * How many tickets one transaction writes. A ticket ends days or weeks after it was opened; as many more are held, so
 * that those with the lowest numbers can be taken, and few pages are written again for one that ended later.
 */
const ticketsAtOnce = 50_000;

const tables = [TicketTermEntity, TicketEntity, MessageEntity, EventEntity];

/**
 * Fills an empty desk with any number of tickets, row by row what the desk would have stored had it taken everything
 * at its time; only the request ids of the last day are not remembered, and staff teach nothing. The same plan gives
 * the same rows. Counters and head come last: what a seed that was cut off has left, the next one takes away.
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
  const calendar = new CampusCalendar(timeZone);
  const monthOf = (time: number) => calendar.monthAt(time).name;
  const facts = { monthOf, classify: remembered(classify) };
  const demo = await loadDemo(new URL('../../demo/', import.meta.url));
  const tally = new Tally(calendar);
  const head = { revision: 0, lastTicketId: 0, lastMessageId: 0, lastAt: 0 };
  const tickets = new SeedTickets();
  // A database has more than one core, and a pool has two connections to write.
  const writes = new WriteBehind<'changes' | 'tickets'>();
  let batch = new SeedBatch();
  try {
    for (const step of historyOf(lives(demo, plan, clock), until, facts)) {
      const { revision, event, after, message, said } = step;
      Object.assign(head, { revision, lastAt: event.at });
      head.lastTicketId = Math.max(head.lastTicketId, after.id);
      head.lastMessageId = message?.id ?? head.lastMessageId;
      if (said !== undefined) {
        tally.add(after);
        tickets.add(after, said);
      }
      batch.add(step);
      if (batch.size < batchSize) continue;
      const full = batch;
      batch = new SeedBatch();
      await writes.add('changes', () => database.write((manager) => full.insert(manager)));
      seeded(head.lastTicketId);
      if (tickets.size < 2 * ticketsAtOnce) continue;
      const insertTickets = tickets.take(ticketsAtOnce);
      await writes.add('tickets', () => database.write(insertTickets));
    }
  } finally {
    await writes.end();
  }
  await database.write(async (manager) => {
    await requireEmpty(manager);
    await batch.insert(manager);
    await tickets.take(tickets.size)(manager);
    await manager.createQueryBuilder().delete().from(StatusCountEntity).execute();
    await insertRows(manager, StatusCountEntity, tally.statusCounts());
    await insertRows(manager, ClosedBucketEntity, tally.closedBuckets());
    await insertRows(manager, DayFlowEntity, tally.dayFlows());
    const taken = { flowRevision: head.revision, attentionRevision: head.revision };
    await manager.update(FeedHeadEntity, { id: 1 }, { ...head, ...tally.attention(), ...taken });
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
