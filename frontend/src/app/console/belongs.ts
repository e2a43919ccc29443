import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { Side, Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { toDate } from '../api/conversions';
import type { TicketFilter } from '../api/door';
import { isUnsure } from '../ticket/category-tag';

/** Whether the desk would list a ticket under a filter. Words are looked for as letters only: the desk knows better. */
export function belongs(ticket: Ticket, filter: TicketFilter): boolean {
  const { statuses, categories, location } = filter;
  return (
    (statuses.length === 0 || statuses.includes(ticket.status)) &&
    (categories.length === 0 || categories.includes(ticket.category)) &&
    (!location || ticket.location === location) &&
    (!filter.awaitingReply || isWaiting(ticket)) &&
    (!filter.unsureCategory || isToCheck(ticket)) &&
    isWithin(ticket.openedAt, filter.openedFrom, filter.openedUntil) &&
    isWithin(ticket.closedAt, filter.closedFrom, filter.closedUntil) &&
    holdsWords(ticket, filter.text)
  );
}

/** Whether it waits for the helpdesk: the last message is a user's. */
export function isWaiting({ status, lastMessageSide }: Ticket): boolean {
  return status !== Status.CLOSED && lastMessageSide === Side.USER;
}

/** Whether staff should look at its category; of a closed ticket nobody can change it. */
export function isToCheck(ticket: Ticket): boolean {
  return ticket.status !== Status.CLOSED && isUnsure(ticket);
}

function isWithin(at: Timestamp | undefined, from?: Timestamp, until?: Timestamp): boolean {
  if (!from && !until) {
    return true;
  }
  const time = at && toDate(at).getTime();
  return (
    time !== undefined &&
    (!from || time >= toDate(from).getTime()) &&
    (!until || time < toDate(until).getTime())
  );
}

function holdsWords({ id, title, description, location }: Ticket, text: string): boolean {
  const texts = `#${id} ${title} ${description} ${location}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => texts.includes(word));
}
