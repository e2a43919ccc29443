import type { EntityManager } from 'typeorm';
import type { Event } from '../domain/event.ts';
import type { Message, Ticket } from '../domain/ticket.ts';
import { EventEntity, MessageEntity, StatusCountEntity, TicketEntity, type StatusCount } from './entities.ts';
import { decodeToken, encodeToken, listName } from './page-token.ts';
import { fromStored } from './stored-event.ts';

/** A page of what belongs to a ticket. */
export type Page<Item> = {
  readonly items: readonly Item[];
  /** Empty on the last page. */
  readonly nextPageToken: string;
};

/** Which page of what belongs to a ticket. */
export type PageRequest = {
  readonly ticketId: number;
  readonly pageSize: number;
  readonly pageToken: string;
};

/** An entry of a ticket's history. */
export type HistoryEntry = {
  readonly revision: number;
  /** The version of the ticket since. */
  readonly version: number;
  readonly event: Event;
};

/** Reads one ticket. */
export async function findTicket(manager: EntityManager, id: number): Promise<Ticket | undefined> {
  return (await manager.findOneBy(TicketEntity, { id })) ?? undefined;
}

/** Reads how many tickets have each status and category, zeros included. */
export function countTickets(manager: EntityManager): Promise<readonly StatusCount[]> {
  return manager.find(StatusCountEntity);
}

/** Reads messages under a ticket, the oldest first. @throws PageTokenError when the token is not of this list */
export function listMessages(manager: EntityManager, request: PageRequest): Promise<Page<Message>> {
  return page('messages', request, (after, limit) =>
    manager
      .createQueryBuilder(MessageEntity, 'row')
      .where('row.ticketId = :ticketId AND row.id > :after', { ticketId: request.ticketId, after })
      .orderBy('row.id')
      .limit(limit)
      .getMany()
      .then((rows) => rows.map((row) => [row.id, row] as const)),
  );
}

/** Reads a ticket's history, the oldest first. @throws PageTokenError when the token is not of this list */
export function listHistory(manager: EntityManager, request: PageRequest): Promise<Page<HistoryEntry>> {
  return page('history', request, (after, limit) =>
    manager
      .createQueryBuilder(EventEntity, 'row')
      .where('row.ticketId = :ticketId AND row.revision > :after', { ticketId: request.ticketId, after })
      .orderBy('row.revision')
      .limit(limit)
      .getMany()
      .then((rows) =>
        rows.map((row) => {
          const { revision, version } = row;
          return [revision, { revision, version, event: fromStored(row) }] as const;
        }),
      ),
  );
}

async function page<Item>(
  kind: string,
  { ticketId, pageSize, pageToken }: PageRequest,
  read: (after: number, limit: number) => Promise<readonly (readonly [key: number, item: Item])[]>,
): Promise<Page<Item>> {
  const list = listName(kind, ticketId);
  const [start] = decodeToken(list, pageToken, 1)?.after ?? [0];
  const found = await read(start ?? 0, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const [last] = rows.at(-1) ?? [];
  const more = found.length > pageSize && last !== undefined;
  return {
    items: rows.map(([, item]) => item),
    nextPageToken: more ? encodeToken(list, { revision: 0, after: [last] }) : '',
  };
}
