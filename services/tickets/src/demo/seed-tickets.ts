import type { EntityManager } from 'typeorm';
import type { Message, Ticket } from '../domain/ticket.ts';
import { insertRows } from '../store/bulk-insert.ts';
import { TicketEntity } from '../store/entities.ts';
import { SeedTerms } from './seed-terms.ts';

type Finished = { readonly ticket: Ticket; readonly said: readonly Message[] };

/** Tickets that nothing happens to any more, held until many can be written in the order of their numbers. */
export class SeedTickets {
  readonly #terms = new SeedTerms();
  #held: Finished[] = [];

  /** How many are held. */
  get size(): number {
    return this.#held.length;
  }

  /** @param said all messages under the ticket */
  add(ticket: Ticket, said: readonly Message[]): void {
    this.#held.push({ ticket, said });
  }

  /** Takes out so many with the lowest numbers; what it answers inserts them and their terms. */
  take(count: number): (manager: EntityManager) => Promise<void> {
    this.#held.sort((a, b) => a.ticket.id - b.ticket.id);
    const taken = this.#held.splice(0, count);
    for (const { ticket, said } of taken) this.#terms.add(ticket, said);
    const insertTerms = this.#terms.take();
    return async (manager) => {
      await insertRows(
        manager,
        TicketEntity,
        taken.map(({ ticket }) => ticket),
      );
      await insertTerms(manager);
    };
  }
}
