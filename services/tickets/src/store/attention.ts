import type { EntityManager } from 'typeorm';
import { awaitsReply, isUnsure, sureFrom } from '../domain/attention.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Change } from './batch.ts';
import { TicketEntity, type FeedHead } from './entities.ts';

/** How many tickets need somebody's eye. */
export type Attention = Pick<FeedHead, 'awaitingReplyCount' | 'unsureCategoryCount'>;

/** What `awaitsReply` says, of rows named `ticket`. */
export const awaitingReply = "ticket.closedAt IS NULL AND ticket.lastMessageSide = 'user'";

/** What `isUnsure` says, of rows named `ticket`. */
export const unsureCategory = `ticket.closedAt IS NULL AND ticket.categorySource = 'automatic' AND ticket.categoryConfidence < ${sureFrom}`;

/**
 * What the head has to say of these counts after a batch whose tickets are saved: they move by what changed, unless a
 * version that does not know them wrote before. Needs the lock of the log.
 * @param head of the log after the batch, but for these counts
 */
export async function moveAttention(
  manager: EntityManager,
  head: FeedHead,
  changes: readonly Change[],
): Promise<Attention & Pick<FeedHead, 'attentionRevision'>> {
  const { revision: attentionRevision } = head;
  if (head.attentionRevision !== attentionRevision - changes.length)
    return { ...(await countAttention(manager)), attentionRevision };
  const moved = (holds: (ticket: Ticket) => boolean) =>
    changes.reduce(
      (sum, { before, after }) => sum + Number(holds(after)) - Number(before !== undefined && holds(before)),
      0,
    );
  return {
    awaitingReplyCount: head.awaitingReplyCount + moved(awaitsReply),
    unsureCategoryCount: head.unsureCategoryCount + moved(isUnsure),
    attentionRevision,
  };
}

/** Reads the counts as they are at the revision of a head read in the same picture. */
export async function readAttention(manager: EntityManager, head: FeedHead): Promise<Attention> {
  if (head.attentionRevision !== head.revision) return countAttention(manager);
  const { awaitingReplyCount, unsureCategoryCount } = head;
  return { awaitingReplyCount, unsureCategoryCount };
}

async function countAttention(manager: EntityManager): Promise<Attention> {
  const count = (which: string) => manager.createQueryBuilder(TicketEntity, 'ticket').where(which).getCount();
  return {
    awaitingReplyCount: await count(awaitingReply),
    unsureCategoryCount: await count(unsureCategory),
  };
}
