import {
  Status,
  TicketOrder,
  type Category,
  type Ticket,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { TicketFilter } from '../api/door';
import { CATEGORIES, CATEGORY_NAMES, STATUS_NAMES, STATUSES } from '../ticket/words';

/** What the portal's list shows, as it stands in the address. */
export type PortalQuery = {
  readonly mine: boolean;
  readonly text: string;
  readonly status: Status | undefined;
  readonly category: Category | undefined;
  /** A location, written as the tickets have it; empty for anywhere. */
  readonly place: string;
};

export const PORTAL_STATUSES = STATUSES.filter((status) => status !== Status.CLOSED);

/** The name of a status in the address. */
export function nameOf(status: Status): string | undefined {
  return STATUS_NAMES[STATUSES.findIndex((known) => known === status)];
}

export function toPortalQuery(params: Readonly<Record<string, string | undefined>>): PortalQuery {
  return {
    mine: params.show === 'mine',
    text: params.q ?? '',
    status: PORTAL_STATUSES.find((status) => nameOf(status) === params.status),
    category: CATEGORIES[CATEGORY_NAMES.findIndex((name) => name === params.category)],
    place: params.place ?? '',
  };
}

export function toFilter(query: PortalQuery): TicketFilter {
  return {
    statuses: query.status === undefined ? [] : [query.status],
    categories: query.category === undefined ? [] : [query.category],
    text: query.text,
    location: query.place,
    order: TicketOrder.OPENED_NEWEST,
  };
}

/** Whether it asks for less than everything. */
export function narrows(query: PortalQuery): boolean {
  return !!query.text || query.status !== undefined || query.category !== undefined || !!query.place;
}

/** The same question asked of one ticket that the page already has. */
export function matches(ticket: Ticket, query: PortalQuery): boolean {
  const texts = `#${ticket.id} ${ticket.title} ${ticket.description} ${ticket.location}`.toLowerCase();
  return (
    (query.status === undefined || ticket.status === query.status) &&
    (query.category === undefined || ticket.category === query.category) &&
    (query.place === '' || ticket.location === query.place) &&
    query.text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => texts.includes(word))
  );
}
