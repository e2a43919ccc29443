import type { Event } from './event.ts';
import type { Ticket } from './ticket.ts';

/**
 * The state of a ticket after an event.
 * @param ticket the state before; undefined for the event that opens it
 * @param revision the event's place in the order of all changes
 */
export function evolve(ticket: Ticket | undefined, event: Event, revision: number): Ticket {
  if (event.type === 'opened') return opened(event, revision);
  if (ticket === undefined) throw new Error(`ticket ${event.ticketId} has a history without a beginning`);
  if (event.type === 'message-posted') {
    const { at: lastMessageAt, side: lastMessageSide } = event;
    return { ...ticket, messageCount: ticket.messageCount + 1, lastMessageAt, lastMessageSide, revision };
  }
  const version = ticket.version + 1;
  const changed = { ...ticket, version, modifiedAt: event.at, revision };
  switch (event.type) {
    case 'activated':
      return { ...changed, status: 'active', activatedAt: event.at, statusVersion: version };
    case 'closed':
      return { ...changed, status: 'closed', closedAt: event.at, statusVersion: version };
    case 'category-assigned':
      return {
        ...changed,
        category: event.after,
        categorySource: 'staff',
        categoryConfidence: 1,
        categoryWords: [],
        categoryVersion: version,
      };
    case 'edited':
      return {
        ...changed,
        ...event.category?.after,
        ...(event.description && { description: event.description.after, descriptionVersion: version }),
        ...(event.title && { title: event.title.after, titleVersion: version }),
        ...(event.location && { location: event.location.after, locationVersion: version }),
      };
  }
}

function opened(event: Extract<Event, { type: 'opened' }>, revision: number): Ticket {
  const { ticketId: id, at, side: _side, type: _type, ...given } = event;
  return {
    ...given,
    id,
    status: 'open',
    openedAt: at,
    modifiedAt: at,
    activatedAt: null,
    closedAt: null,
    version: 1,
    descriptionVersion: 1,
    titleVersion: 1,
    locationVersion: 1,
    categoryVersion: 1,
    statusVersion: 1,
    messageCount: 0,
    lastMessageAt: null,
    lastMessageSide: null,
    revision,
  };
}
