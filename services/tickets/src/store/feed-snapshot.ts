import { Not, type EntityManager } from 'typeorm';
import type { Ticket } from '../domain/ticket.ts';
import { ClosedBucketEntity, TicketEntity, type ClosedBucket } from './entities.ts';
import { readHead } from './head.ts';

/** How many tickets one part of a snapshot carries: some 200 kB. */
const partSize = 10_000;

/** A part of what read models begin with. The parts add up; the last one says so. */
export type SnapshotPart = {
  readonly revision: number;
  readonly logId: string;
  readonly unclosed: readonly Pick<Ticket, 'id' | 'openedAt' | 'status' | 'category'>[];
  readonly closed: readonly ClosedBucket[];
  readonly complete: boolean;
};

/** Reads all that the analyses need, as it is at one revision. */
export async function readSnapshot(manager: EntityManager): Promise<readonly SnapshotPart[]> {
  const { revision, logId } = await readHead(manager);
  const common = { revision, logId, closed: [], complete: false };
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
  return [
    ...parts,
    { ...common, unclosed: [], closed: await manager.find(ClosedBucketEntity), complete: true },
  ];
}
