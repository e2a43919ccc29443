import type { EntityManager } from 'typeorm';
import type { Message, Ticket } from '../domain/ticket.ts';
import { insertRows } from '../store/bulk-insert.ts';
import {
  EventEntity,
  MessageEntity,
  TicketEntity,
  TicketTermEntity,
  type StoredEvent,
  type TicketTerm,
} from '../store/entities.ts';
import { termsOf } from '../store/search-terms.ts';
import { toStored } from '../store/stored-event.ts';
import { searchedText } from '../store/term-index.ts';
import type { HistoryStep } from './history.ts';
import { remembered } from './remembered.ts';

/** The rows of some of a history, to be written together. A ticket's own come with the last that happens to it. */
export class SeedBatch {
  readonly #events: StoredEvent[] = [];
  readonly #messages: Message[] = [];
  readonly #tickets: Ticket[] = [];
  readonly #terms = new Map<string, TicketTerm[]>();

  /** How many changes it holds. */
  get size(): number {
    return this.#events.length;
  }

  add({ revision, event, after, message, said }: HistoryStep): void {
    this.#events.push(toStored({ revision, event, before: undefined, after }));
    if (message !== undefined) this.#messages.push(message);
    if (said === undefined) return;
    this.#tickets.push(after);
    this.#find(after.id, 'ticket', termsIn(searchedText(after)));
    this.#find(after.id, 'messages', new Set(said.flatMap(({ body }) => [...termsIn(body)])));
  }

  async insert(manager: EntityManager): Promise<void> {
    await insertRows(manager, EventEntity, this.#events);
    await insertRows(manager, MessageEntity, this.#messages);
    await insertRows(manager, TicketEntity, this.#tickets);
    await insertRows(manager, TicketTermEntity, this.#termsInOrder());
  }

  /** In the order of their table, which takes them faster so, and in fewer pages. */
  #termsInOrder(): readonly TicketTerm[] {
    return [...this.#terms]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, rows]) => rows.sort((a, b) => a.ticketId - b.ticketId));
  }

  #find(ticketId: number, part: TicketTerm['part'], terms: ReadonlySet<string>): void {
    for (const term of terms) {
      const row = { term, ticketId, part };
      const rows = this.#terms.get(term);
      if (rows === undefined) this.#terms.set(term, [row]);
      else rows.push(row);
    }
  }
}

const termsIn = remembered(termsOf);
