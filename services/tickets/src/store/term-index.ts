import type { EntityManager } from 'typeorm';
import type { Message, Ticket } from '../domain/ticket.ts';
import type { Change } from './batch.ts';
import { TicketTermEntity, type TicketTerm } from './entities.ts';
import { termsOf } from './search-terms.ts';

/** How many rows one statement carries: well below SQLite's and MySQL's limits of parameters. */
const rowsPerStatement = 1_000;

/** Brings the search index up to what changed. */
export async function moveTerms(
  manager: EntityManager,
  changes: readonly Change[],
  messages: readonly Message[],
): Promise<void> {
  const added: TicketTerm[] = [];
  for (const [ticketId, { before, after }] of ends(changes)) {
    const [old, current] = [ticketTerms(before), ticketTerms(after)];
    const gone = [...old.difference(current)];
    for (let start = 0; start < gone.length; start += rowsPerStatement) {
      const terms = gone.slice(start, start + rowsPerStatement);
      await manager
        .createQueryBuilder()
        .delete()
        .from(TicketTermEntity)
        .where('term IN (:...terms) AND ticket_id = :ticketId AND part = :part', {
          terms,
          ticketId,
          part: 'ticket',
        })
        .execute();
    }
    for (const term of current.difference(old)) added.push({ term, ticketId, part: 'ticket' });
  }
  for (const { ticketId, body } of messages)
    for (const term of termsOf(body)) added.push({ term, ticketId, part: 'messages' });
  for (let start = 0; start < added.length; start += rowsPerStatement)
    await manager
      .createQueryBuilder()
      .insert()
      .into(TicketTermEntity)
      .values(added.slice(start, start + rowsPerStatement))
      .orIgnore()
      .updateEntity(false)
      .execute();
}

/** Each changed ticket as it was before the first and after the last of its changes. */
function ends(changes: readonly Change[]): Map<number, Pick<Change, 'before' | 'after'>> {
  const tickets = new Map<number, Pick<Change, 'before' | 'after'>>();
  for (const { before, after } of changes)
    tickets.set(after.id, { before: tickets.has(after.id) ? tickets.get(after.id)?.before : before, after });
  return tickets;
}

/** What a ticket is found by, beside its messages. */
export function searchedText({ title, description, location }: Ticket): string {
  return `${title}\n${description}\n${location}`;
}

function ticketTerms(ticket: Ticket | undefined): Set<string> {
  return ticket === undefined ? new Set() : termsOf(searchedText(ticket));
}
