import {
  Status,
  TicketOrder,
  type Category,
  type Ticket,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { TicketFilter } from '../api/door';
import { CATEGORIES, STATUSES } from '../ticket/words';

/** What the portal's list shows, as it stands in the address. */
export type PortalQuery = {
  readonly mine: boolean;
  readonly text: string;
  readonly status: Status | undefined;
  readonly category: Category | undefined;
};

export const PORTAL_STATUSES = STATUSES.filter((status) => status !== Status.CLOSED);

export function toPortalQuery(params: Readonly<Record<string, string | undefined>>): PortalQuery {
  return {
    mine: params.show === 'mine',
    text: params.q ?? '',
    status: PORTAL_STATUSES.find((status) => String(status) === params.status),
    category: CATEGORIES.find((category) => String(category) === params.category),
  };
}

export function toFilter(query: PortalQuery): TicketFilter {
  return {
    statuses: query.status === undefined ? [] : [query.status],
    categories: query.category === undefined ? [] : [query.category],
    text: query.text,
    order: TicketOrder.OPENED_NEWEST,
  };
}

/** The same question asked of one ticket that the page already has. */
export function matches(ticket: Ticket, query: PortalQuery): boolean {
  const texts = `#${ticket.id} ${ticket.title} ${ticket.description} ${ticket.location}`.toLowerCase();
  return (
    (query.status === undefined || ticket.status === query.status) &&
    (query.category === undefined || ticket.category === query.category) &&
    query.text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => texts.includes(word))
  );
}
