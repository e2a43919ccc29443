import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { Not, type EntityManager } from 'typeorm';
import type { Ticket } from '../domain/ticket.ts';
import { readFlow } from './day-flow.ts';
import { ClosedBucketEntity, TicketEntity, type ClosedBucket, type DayFlow } from './entities.ts';
import { readHead } from './head.ts';

/** How many tickets one part of a snapshot carries: some 200 kB. */
const partSize = 10_000;

/** How many days are told of: those that are asked for, and some more for clocks that differ. */
const dayCount = 100;

/** A part of what read models begin with. The parts add up; the last one says so. */
export type SnapshotPart = {
  readonly revision: number;
  readonly logId: string;
  readonly unclosed: readonly Pick<Ticket, 'id' | 'openedAt' | 'status' | 'category'>[];
  readonly closed: readonly ClosedBucket[];
  /** The last days on which tickets were opened or closed. */
  readonly flow: readonly DayFlow[];
  readonly complete: boolean;
};

/** Reads all that the analyses need, as it is at one revision. */
export async function readSnapshot(
  manager: EntityManager,
  calendar: CampusCalendar,
): Promise<readonly SnapshotPart[]> {
  const head = await readHead(manager);
  const { revision, logId } = head;
  const common = { revision, logId, unclosed: [], closed: [], flow: [], complete: false };
  const unclosed = await manager
    .createQueryBuilder(TicketEntity, 'ticket')
    .select('ticket.id', 'id')
    .addSelect('ticket.openedAt', 'openedAt')
    .addSelect('ticket.status', 'status')
    .addSelect('ticket.category', 'category')
    .where({ status: Not('closed') })
    .getRawMany<SnapshotPart['unclosed'][number]>();
  const parts: SnapshotPart[] = [];
  for (let start = 0; start < unclosed.length; start += partSize)
    parts.push({ ...common, unclosed: unclosed.slice(start, start + partSize) });
  const closed = await manager.find(ClosedBucketEntity);
  const flow = (await readFlow(manager, head, calendar)).slice(-dayCount);
  return [...parts, { ...common, closed, flow, complete: true }];
}
