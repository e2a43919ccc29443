import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Category } from '../domain/category/category.ts';
import type { Status } from '../domain/status.ts';
import type { Ticket } from '../domain/ticket.ts';
import { awaitingReply, unsureCategory } from './attention.ts';
import { TicketEntity } from './entities.ts';
import { readHead } from './head.ts';
import { decodeToken, encodeToken, listName } from './page-token.ts';
import { parseQuery } from './search-terms.ts';

/** Which tickets, and in which order. Filters of different kinds must all hold; an empty one holds always. */
export type TicketFilter = {
  readonly statuses: readonly Status[];
  readonly categories: readonly Category[];
  readonly text: string;
  /** Written so, letter by letter. */
  readonly location?: string | undefined;
  /** Opened at this time (ms UTC) or later. */
  readonly openedFrom: number | undefined;
  /** Opened before this time (ms UTC). */
  readonly openedUntil: number | undefined;
  /** Closed at this time (ms UTC) or later. */
  readonly closedFrom: number | undefined;
  /** Closed before this time (ms UTC). */
  readonly closedUntil: number | undefined;
  /** Those that wait for the helpdesk. */
  readonly awaitingReply?: true | undefined;
  /** Those whose category staff should look at. */
  readonly unsureCategory?: true | undefined;
  readonly order: TicketOrder;
};

/** The orders of a list: by opening time or by last change, newest or oldest first. */
export type TicketOrder = 'opened-newest' | 'opened-oldest' | 'changed-newest' | 'changed-oldest';

/** A page of tickets. */
export type TicketPage = {
  readonly tickets: readonly Ticket[];
  /** Empty on the last page. */
  readonly nextPageToken: string;
  /** The revision that the first page was true for. */
  readonly revision: number;
};

/** How many tickets an export reads at a time: far below gRPC's bound even if all are as long as can be. */
const exportPage = 50;

/** The columns of each order, the deciding one first; together they are unique. */
const keysOf = { opened: ['openedAt', 'id'], changed: ['revision'] } as const satisfies Record<
  string,
  (keyof Ticket)[]
>;

/**
 * Reads one page of the tickets that pass a filter.
 * @throws PageTokenError when the token is not of this list
 */
export async function listTickets(
  manager: EntityManager,
  filter: TicketFilter,
  pageSize: number,
  pageToken: string,
): Promise<TicketPage> {
  const list = listName('tickets', filter);
  const [by, direction] = filter.order.split('-') as ['opened' | 'changed', 'newest' | 'oldest'];
  const keys = keysOf[by];
  const cursor = decodeToken(list, pageToken, keys.length);
  const revision = cursor?.revision ?? (await readHead(manager)).revision;
  const query = filtered(manager, filter).limit(pageSize + 1);
  for (const key of keys) query.addOrderBy(`ticket.${key}`, direction === 'newest' ? 'DESC' : 'ASC');
  if (cursor !== undefined) goOn(query, keys, direction === 'newest' ? '<' : '>', cursor.after);
  const found = filter.unsureCategory === true ? await byNumbers(manager, query) : await query.getMany();
  const tickets = found.slice(0, pageSize);
  const last = tickets.at(-1);
  const after = last === undefined ? [] : keys.map((key) => last[key]);
  return {
    tickets,
    nextPageToken: found.length > pageSize ? encodeToken(list, { revision, after }) : '',
    revision,
  };
}

/** Reads all tickets that pass a filter, page by page. */
export async function* allTickets(manager: EntityManager, filter: TicketFilter): AsyncGenerator<TicketPage> {
  let token = '';
  do {
    const page = await listTickets(manager, filter, exportPage, token);
    yield page;
    token = page.nextPageToken;
  } while (token !== '');
}

/**
 * Finds rows by their numbers first: how sure a category is stands in the index beside them, and of a hundred thousand
 * rows that are passed over none is read.
 */
async function byNumbers(
  manager: EntityManager,
  query: SelectQueryBuilder<Ticket>,
): Promise<readonly Ticket[]> {
  const rows = await query.select('ticket.id', 'id').getRawMany<{ id: number | string }>();
  const ids = rows.map(({ id }) => Number(id));
  const tickets = await manager.findBy(TicketEntity, { id: In(ids) });
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return ids.map((id) => byId.get(id)!);
}

function filtered(manager: EntityManager, filter: TicketFilter): SelectQueryBuilder<Ticket> {
  const { statuses, categories, location, openedFrom, openedUntil, closedFrom, closedUntil } = filter;
  const query = manager.createQueryBuilder(TicketEntity, 'ticket');
  if (statuses.length > 0) query.andWhere('ticket.status IN (:...statuses)', { statuses });
  if (categories.length > 0) query.andWhere('ticket.category IN (:...categories)', { categories });
  if (location !== undefined) query.andWhere('ticket.location = :location', { location });
  if (openedFrom !== undefined) query.andWhere('ticket.openedAt >= :openedFrom', { openedFrom });
  if (openedUntil !== undefined) query.andWhere('ticket.openedAt < :openedUntil', { openedUntil });
  if (closedFrom !== undefined) query.andWhere('ticket.closedAt >= :closedFrom', { closedFrom });
  if (closedUntil !== undefined)
    // None is closed before it is opened: said, so that a list in the order of opening begins there.
    query.andWhere('ticket.closedAt < :closedUntil AND ticket.openedAt < :closedUntil', { closedUntil });
  if (filter.awaitingReply === true) query.andWhere(awaitingReply);
  if (filter.unsureCategory === true) query.andWhere(unsureCategory);
  if (filter.text !== '') search(query, filter.text);
  return query;
}

function search(query: SelectQueryBuilder<Ticket>, text: string): void {
  const { terms, prefix, ticketId } = parseQuery(text);
  terms.forEach((term, index) => {
    const name = `term${index}`;
    query.andWhere(`ticket.id IN (SELECT ticket_id FROM ticket_term WHERE term = :${name})`, {
      [name]: term,
    });
  });
  // By code points, no term that begins with the prefix lies beyond the prefix and the last code point.
  const range = { from: prefix, until: `${prefix}\u{10ffff}` };
  const begins = 'ticket.id IN (SELECT ticket_id FROM ticket_term WHERE term >= :from AND term < :until)';
  if (prefix === undefined) query.andWhere('1 = 0');
  else if (ticketId === undefined) query.andWhere(begins, range);
  else query.andWhere(`(ticket.id = :ticketId OR ${begins})`, { ...range, ticketId });
}

/** Written so that the first key's index serves: a comparison of rows would not use it on MySQL. */
function goOn(
  query: SelectQueryBuilder<Ticket>,
  [first, second]: readonly (keyof Ticket)[],
  beyond: '<' | '>',
  [firstValue, secondValue]: readonly number[],
): void {
  if (second === undefined) query.andWhere(`ticket.${first} ${beyond} :firstValue`, { firstValue });
  else
    query.andWhere(
      `ticket.${first} ${beyond}= :firstValue AND (ticket.${first} ${beyond} :firstValue OR ticket.${second} ${beyond} :secondValue)`,
      { firstValue, secondValue },
    );
}
