import type { EntityManager } from 'typeorm';

/** The tickets that each of some words stands in, the newest first; words without any are left out. */
export type Postings = ReadonlyMap<string, readonly number[]>;

/** How many tickets are looked up for a word, the newest first: those are the ones that are not closed. */
export const postingsPerTerm = 120;

/** How far back is looked for those that are not closed, where the newest are. */
const deepPostings = 1_000;

/** Reads the newest tickets that have each of some words. */
export function readPostings(manager: EntityManager, terms: readonly string[]): Promise<Postings> {
  return ask(manager, terms, newest(postingsPerTerm));
}

/** Reads the tickets that are not closed among more of those that have each of some words. */
export function readUnclosedPostings(manager: EntityManager, terms: readonly string[]): Promise<Postings> {
  return ask(
    manager,
    terms,
    `SELECT deep.term AS term, deep.id AS id FROM (${newest(deepPostings)}) deep
     JOIN ticket ON ticket.id = deep.id WHERE ticket.status <> 'closed'`,
  );
}

function newest(limit: number): string {
  return `SELECT * FROM (SELECT term, ticket_id AS id FROM ticket_term WHERE term = ? AND part = 'ticket'
    ORDER BY ticket_id DESC LIMIT ${limit}) newest`;
}

async function ask(manager: EntityManager, terms: readonly string[], select: string): Promise<Postings> {
  if (terms.length === 0) return new Map();
  const rows: { term: string; id: number | string }[] = await manager.query(
    terms.map(() => select).join(' UNION ALL '),
    [...terms],
  );
  const byTerm = Map.groupBy(rows, ({ term }) => term);
  return new Map([...byTerm].map(([term, found]) => [term, found.map(({ id }) => Number(id))]));
}
