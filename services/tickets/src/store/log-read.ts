import { In, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import type { Event } from '../domain/event.ts';
import { evolve } from '../domain/evolve.ts';
import type { Message, Ticket } from '../domain/ticket.ts';
import { EventEntity, MessageEntity, TicketEntity } from './entities.ts';
import { fromStored } from './stored-event.ts';

/** A change as it is told to those who follow the log. */
export type LoggedChange = {
  readonly revision: number;
  readonly event: Event;
  /** The ticket as it was at that revision. */
  readonly ticket: Ticket;
  /** The message that was posted, if one was. */
  readonly message: Message | undefined;
  /** Whether the ticket is closed by now. */
  readonly isClosed: boolean;
};

/** Reads the changes after a revision, in order, at most so many. */
export async function readLog(
  manager: EntityManager,
  after: number,
  limit: number,
): Promise<readonly LoggedChange[]> {
  const rows = await manager.find(EventEntity, {
    where: { revision: MoreThan(after) },
    order: { revision: 'ASC' },
    take: limit,
  });
  if (rows.length === 0) return [];
  const entries = rows.map((row) => ({ revision: row.revision, event: fromStored(row) }));
  const current = await manager.findBy(TicketEntity, { id: In(entries.map(({ event }) => event.ticketId)) });
  const closed = new Set(current.filter(({ closedAt }) => closedAt !== null).map(({ id }) => id));
  const tickets = await ticketsAt(manager, entries, current);
  const ids = entries.flatMap(({ event }) => (event.type === 'message-posted' ? [event.message.id] : []));
  const messages = ids.length === 0 ? [] : await manager.findBy(MessageEntity, { id: In(ids) });
  const byId = new Map(messages.map((message) => [message.id, message]));
  return entries.map(({ revision, event }) => {
    const ticket = tickets.get(revision);
    if (ticket === undefined) throw new Error(`revision ${revision} has no ticket`);
    const message = event.type === 'message-posted' ? byId.get(event.message.id) : undefined;
    return { revision, event, ticket, message, isClosed: closed.has(ticket.id) };
  });
}

/** Each ticket as it was at each revision: the row as it stands where that is its last change, else its history. */
async function ticketsAt(
  manager: EntityManager,
  entries: readonly { readonly revision: number; readonly event: Event }[],
  current: readonly Ticket[],
): Promise<ReadonlyMap<number, Ticket>> {
  const at = new Map(current.map((ticket) => [ticket.revision, ticket]));
  const replayed = new Set(
    entries.filter(({ revision }) => !at.has(revision)).map(({ event }) => event.ticketId),
  );
  if (replayed.size === 0) return at;
  const history = await manager.find(EventEntity, {
    where: { ticketId: In([...replayed]), revision: LessThanOrEqual(entries.at(-1)?.revision ?? 0) },
    order: { revision: 'ASC' },
  });
  const states = new Map<number, Ticket>();
  for (const row of history) {
    const ticket = evolve(states.get(row.ticketId), fromStored(row), row.revision);
    states.set(row.ticketId, ticket);
    at.set(row.revision, ticket);
  }
  return at;
}
