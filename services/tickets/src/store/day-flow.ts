import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import type { EntityManager } from 'typeorm';
import type { Database } from './database.ts';
import { DayFlowEntity, EventEntity, FeedHeadEntity, type DayFlow, type FeedHead } from './entities.ts';
import { FlowSums } from './flow-sums.ts';
import { lockHead } from './head.ts';

/** How many changes are taken in at a time: some tenths of a second. */
const stepSize = 50_000;

type Taken = Pick<FeedHead, 'revision' | 'flowRevision'>;

/**
 * Adds to the days what the log has beyond their revision, whoever wrote it: in the transaction of a write that is
 * what it has just written, unless a version that does not know the days wrote before. Needs the lock of the log.
 * @returns the revision that the days have come to, at most 50,000 further
 */
export async function moveFlow(
  manager: EntityManager,
  { revision, flowRevision }: Taken,
  calendar: CampusCalendar,
): Promise<number> {
  const upTo = Math.min(revision, flowRevision + stepSize);
  const sums = new FlowSums(calendar);
  await addEvents(manager, sums, flowRevision, upTo);
  for (const { date, openedCount, closedCount } of sums.rows()) {
    const { affected } = await manager
      .createQueryBuilder()
      .update(DayFlowEntity)
      .set({
        openedCount: () => `opened_count + ${openedCount}`,
        closedCount: () => `closed_count + ${closedCount}`,
      })
      .where({ date })
      .execute();
    if (affected === 0) await manager.insert(DayFlowEntity, { date, openedCount, closedCount });
  }
  return upTo;
}

/**
 * Brings the days up to the end of the log, in short transactions between which others write; it goes on where it was
 * cut off.
 * @param taken told after each how many changes the days have taken in
 */
export async function fillFlow(
  database: Database,
  calendar: CampusCalendar,
  taken: (changes: number) => void = () => undefined,
): Promise<void> {
  for (;;) {
    const { revision, flowRevision } = await database.write(async (manager) => {
      const head = await lockHead(manager);
      const flowRevision = await moveFlow(manager, head, calendar);
      await manager.update(FeedHeadEntity, { id: 1 }, { flowRevision });
      return { ...head, flowRevision };
    });
    taken(flowRevision);
    if (flowRevision === revision) return;
  }
}

/**
 * Reads what came and went, as it is at the revision of a head read in the same picture.
 * @returns the days on which there was something, in order
 */
export async function readFlow(
  manager: EntityManager,
  { revision, flowRevision }: Taken,
  calendar: CampusCalendar,
): Promise<readonly DayFlow[]> {
  const sums = new FlowSums(calendar);
  for (const day of await manager.find(DayFlowEntity)) sums.add(day);
  for (let after = flowRevision; after < revision; after += stepSize)
    await addEvents(manager, sums, after, Math.min(revision, after + stepSize));
  return sums.rows();
}

async function addEvents(manager: EntityManager, sums: FlowSums, after: number, upTo: number): Promise<void> {
  const events = await manager
    .createQueryBuilder(EventEntity, 'event')
    .select('event.type', 'type')
    .addSelect('event.at', 'at')
    .where('event.revision > :after AND event.revision <= :upTo', { after, upTo })
    .andWhere("event.type IN ('opened', 'closed')")
    .getRawMany<{ type: 'opened' | 'closed'; at: number | string }>();
  for (const { type, at } of events) sums.count(type, Number(at));
}
