import type { EntityManager } from 'typeorm';
import type { Message, Ticket } from '../domain/ticket.ts';
import { insertTuples } from '../store/bulk-insert.ts';
import type { TicketTerm } from '../store/entities.ts';
import { termsOf } from '../store/search-terms.ts';
import { searchedText } from '../store/term-index.ts';

/**
 * The search terms of many tickets. The demo's texts come again and again: the database is told which terms each text
 * has and which ticket says which text, and makes the rows of it, in the order of their table.
 */
export class SeedTerms {
  readonly #texts = new Map<string, number>();
  readonly #terms: (readonly [textId: number, term: string, part: TicketTerm['part']])[] = [];
  #sayings: (readonly [textId: number, ticketId: number])[] = [];

  /** @param said all messages under the ticket */
  add(ticket: Ticket, said: readonly Message[]): void {
    this.#say(ticket.id, 'ticket', searchedText(ticket));
    // A line break parts words as the end of a message does.
    if (said.length > 0) this.#say(ticket.id, 'messages', said.map(({ body }) => body).join('\n'));
  }

  /** Takes out what was added; what it answers inserts it. */
  take(): (manager: EntityManager) => Promise<void> {
    const [terms, sayings] = [[...this.#terms], this.#sayings];
    this.#sayings = [];
    return async (manager) => {
      await emptyTable(
        manager,
        'seed_term',
        'text_id INT, term VARCHAR(48), part VARCHAR(20), PRIMARY KEY (text_id, term)',
      );
      await emptyTable(
        manager,
        'seed_saying',
        'text_id INT, ticket_id BIGINT, PRIMARY KEY (text_id, ticket_id)',
      );
      await insertTuples(manager, 'seed_term', ['text_id', 'term', 'part'], terms);
      await insertTuples(manager, 'seed_saying', ['text_id', 'ticket_id'], sayings);
      await manager.query(
        `INSERT INTO ticket_term (term, ticket_id, part)
          SELECT term, ticket_id, part FROM seed_term JOIN seed_saying USING (text_id)
          ORDER BY term, ticket_id, part`,
      );
    };
  }

  #say(ticketId: number, part: TicketTerm['part'], text: string): void {
    const key = `${part} ${text}`;
    let textId = this.#texts.get(key);
    if (textId === undefined) {
      this.#texts.set(key, (textId = this.#texts.size));
      for (const term of termsOf(text)) this.#terms.push([textId, term, part]);
    }
    this.#sayings.push([textId, ticketId]);
  }
}

/** A table that only its connection sees, and keeps. */
async function emptyTable(manager: EntityManager, name: string, columns: string): Promise<void> {
  const isMysql = manager.dataSource.options.type === 'mysql';
  // As text is kept in every other table, whatever the server's defaults are.
  const text = isMysql ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_bin' : '';
  await manager.query(`CREATE TEMPORARY TABLE IF NOT EXISTS ${name} (${columns})${text}`);
  await manager.query(`DELETE FROM ${name}`);
}
