import type { Ticket } from './ticket.ts';

/**
 * From which confidence on a category that was found automatically passes for sure. The store counts by it: after a
 * change `cli.ts verify --rebuild` is due. The page marks tickets by the same number.
 */
export const sureFrom = 0.7;

/** Whether a ticket waits for the helpdesk: a user had the last word. */
export function awaitsReply({
  closedAt,
  lastMessageSide,
}: Pick<Ticket, 'closedAt' | 'lastMessageSide'>): boolean {
  return closedAt === null && lastMessageSide === 'user';
}

/** Whether staff should look at the category of a ticket. */
export function isUnsure({
  closedAt,
  categorySource,
  categoryConfidence,
}: Pick<Ticket, 'closedAt' | 'categorySource' | 'categoryConfidence'>): boolean {
  return closedAt === null && categorySource === 'automatic' && categoryConfidence < sureFrom;
}
