import { In, type EntityManager } from 'typeorm';
import type { Ticket } from '../domain/ticket.ts';
import { TicketEntity } from './entities.ts';
import { termsOf } from './search-terms.ts';

/** How many of a text's words are looked for, the longest first: long words say most about a text. */
const soughtTerms = 24;

/** How many tickets are compared in full. */
const candidates = 40;

/** The least likeness that is worth a reporter's glance. */
const leastScore = 0.2;

const mostMatches = 5;

/** A ticket and how much it is like a text, above 0 and at most 1. */
export type Match = { readonly ticket: Ticket; readonly score: number };

/** Finds open and active tickets about the same thing as a text, the most alike first, at most 5. */
export async function findSimilar(manager: EntityManager, text: string): Promise<readonly Match[]> {
  const terms = termsOf(text);
  const sought = [...terms].filter(({ length }) => length > 2).sort((a, b) => b.length - a.length);
  if (sought.length === 0) return [];
  const found = await manager
    .createQueryBuilder(TicketEntity, 'ticket')
    .select('ticket.id', 'id')
    .innerJoin('ticket_term', 'found', "found.ticket_id = ticket.id AND found.part = 'ticket'")
    .where('found.term IN (:...sought)', { sought: sought.slice(0, soughtTerms) })
    .andWhere("ticket.status <> 'closed'")
    .groupBy('ticket.id')
    .orderBy('COUNT(*)', 'DESC')
    .addOrderBy('ticket.id', 'DESC')
    .limit(candidates)
    .getRawMany<{ id: number | string }>();
  const tickets = await manager.findBy(TicketEntity, { id: In(found.map(({ id }) => Number(id))) });
  return tickets
    .map((ticket) => ({
      ticket,
      score: likeness(terms, termsOf(`${ticket.description}\n${ticket.location}`)),
    }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostMatches);
}

/** The cosine of the angle between two texts, each word weighted by its length. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const weigh = (terms: Iterable<string>) =>
    Iterator.from(terms).reduce((sum, { length }) => sum + length ** 2, 0);
  return weigh(a.intersection(b)) / Math.sqrt(weigh(a) * weigh(b));
}
