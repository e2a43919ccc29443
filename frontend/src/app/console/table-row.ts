import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { TicketOrder, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { toDate } from '../api/conversions';
import type { TicketNews } from '../api/door';
import { statusesOf, type Bounds } from '../ticket/list-address';
import { sinceOf, type ConsoleQuery } from './console-query';

export type Cell = 'title' | 'category' | 'status' | 'changed' | 'messages';

/** A row of the table. It stays where it is until somebody asks for the new order. */
export type TableRow = {
  readonly ticket: Ticket;
  /** It no longer belongs to what the table shows. */
  readonly left: boolean;
  /** What changed last under the reader's eyes, and at which revision. */
  readonly glow: ReadonlySet<Cell>;
  readonly revision: bigint;
};

export type Picture = {
  readonly rows: readonly TableRow[];
  /** The tickets that asking again would bring in, move or take away. */
  readonly pending: ReadonlySet<bigint>;
};

export function toRow(ticket: Ticket): TableRow {
  return { ticket, left: false, glow: new Set(), revision: 0n };
}

/** What a change means to a table on show: cells change in place, rows never move. */
export function applyNews(picture: Picture, news: TicketNews, query: ConsoleQuery, now: number): Picture {
  const { ticket, revision } = news;
  if (!ticket) {
    return picture;
  }
  const belongs = matches(ticket, query, now);
  const row = picture.rows.find((known) => known.ticket.id === ticket.id);
  if (!row) {
    return belongs && entersHere(news, query) ? withPending(picture, ticket.id) : picture;
  }
  const changed: TableRow = { ticket, left: !belongs, glow: changedCells(row.ticket, ticket), revision };
  const rows = picture.rows.map((known) => (known === row ? changed : known));
  const moves = !belongs || (byChange(query) && rows.length > 1);
  return moves ? withPending({ ...picture, rows }, ticket.id) : { ...picture, rows };
}

function withPending(picture: Picture, id: bigint): Picture {
  return { ...picture, pending: new Set([...picture.pending, id]) };
}

/** A ticket not on this page comes in at the top of a first page: when it is new, or when changes decide the order. */
function entersHere({ ticket, message }: TicketNews, query: ConsoleQuery): boolean {
  if (query.pageNumber > 1) {
    return false;
  }
  const isNew = ticket?.version === 1 && !message;
  const statusMoved = query.status !== undefined && !message && ticket !== undefined && ticket.version > 1;
  return (
    query.order === TicketOrder.CHANGED_NEWEST ||
    (query.order === TicketOrder.OPENED_NEWEST && (isNew || statusMoved))
  );
}

function byChange({ order }: ConsoleQuery): boolean {
  return order === TicketOrder.CHANGED_NEWEST || order === TicketOrder.CHANGED_OLDEST;
}

function matches(ticket: Ticket, query: ConsoleQuery, now: number): boolean {
  const { openedFrom = sinceOf(query, now), openedUntil, closedFrom, closedUntil }: Bounds = query.bounds;
  const statuses = statusesOf(query);
  const texts = `#${ticket.id} ${ticket.title} ${ticket.description} ${ticket.location}`.toLowerCase();
  return (
    (statuses.length === 0 || statuses.includes(ticket.status)) &&
    (query.category === undefined || ticket.category === query.category) &&
    isWithin(ticket.openedAt, openedFrom, openedUntil) &&
    isWithin(ticket.closedAt, closedFrom, closedUntil) &&
    query.text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => texts.includes(word))
  );
}

function isWithin(at: Timestamp | undefined, from: number | undefined, until: number | undefined): boolean {
  if (from === undefined && until === undefined) {
    return true;
  }
  const time = at && toDate(at).getTime();
  return time !== undefined && time >= (from ?? -Infinity) && time < (until ?? Infinity);
}

function changedCells(before: Ticket, after: Ticket): ReadonlySet<Cell> {
  const cells = new Set<Cell>(['changed']);
  if (before.title !== after.title || before.location !== after.location) {
    cells.add('title');
  }
  if (before.category !== after.category) {
    cells.add('category');
  }
  if (before.status !== after.status) {
    cells.add('status');
  }
  if (before.messageCount !== after.messageCount) {
    cells.add('messages');
  }
  return cells;
}
