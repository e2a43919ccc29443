import { In, Not, type EntityManager } from 'typeorm';
import type { Ticket } from '../domain/ticket.ts';
import { TicketEntity } from './entities.ts';
import { readHead } from './head.ts';
import { termsOf } from './search-terms.ts';
import { searchedText } from './term-index.ts';
import { postingsPerTerm, readPostings, readUnclosedPostings, type Postings } from './term-postings.ts';

/** How many of a text's words are looked for, the longest first: long words say most about a text. */
const soughtTerms = 30;

/** For how many words is looked further back, the most telling first, where most of the newest tickets are closed. */
const deepTerms = 4;

/** How many tickets are asked whether they are closed, and how many of the others are compared in full. */
const candidates = { asked: 200, compared: 20 };

/** The least likeness that is worth a reporter's glance. */
const leastScore = 0.25;

const mostMatches = 5;

/** The usual parameters of BM25, and how many different words a usual ticket has. */
const bm25 = { k1: 1.2, b: 0.75, usualLength: 25 };

/** A ticket and how much it is like a text, above 0 and at most 1. */
export type Match = { readonly ticket: Ticket; readonly score: number };

/**
 * Finds open and active tickets about the same thing as a text, the most alike first, at most 5. They are ranked by
 * BM25 (Robertson and Zaragoza, 2009) over sets of words, as a share of what the text itself would get.
 */
export async function findSimilar(manager: EntityManager, text: string): Promise<readonly Match[]> {
  const terms = termsOf(text);
  const sought = [...terms].filter(({ length }) => length > 2).sort((a, b) => b.length - a.length);
  if (sought.length === 0) return [];
  const { lastTicketId } = await readHead(manager);
  const postings = await readPostings(manager, sought.slice(0, soughtTerms));
  const rarity = new Map([...postings].map(([term, ids]) => [term, rarityOf(ids, lastTicketId)]));
  let tickets = await readUnclosed(manager, likeliest(postings, rarity));
  const cutOff = [...rarity.keys()].filter((term) => postings.get(term)!.length === postingsPerTerm);
  if (tickets.length < candidates.compared && cutOff.length > 0) {
    const telling = cutOff.sort((a, b) => rarity.get(b)! - rarity.get(a)!).slice(0, deepTerms);
    const deep = await readUnclosedPostings(manager, telling);
    const shallow = new Set(tickets.map(({ id }) => id));
    const hidden = likeliest(deep, rarity).filter((id) => !shallow.has(id));
    tickets = [...tickets, ...(await readUnclosed(manager, hidden))];
  }
  const own = score(sought, terms, rarity);
  return tickets
    .map((ticket) => ({
      ticket,
      score: Math.min(score(sought, termsOf(searchedText(ticket)), rarity) / own, 1),
    }))
    .filter((match) => match.score >= leastScore)
    .sort((a, b) => b.score - a.score || b.ticket.id - a.ticket.id)
    .slice(0, mostMatches);
}

/** How much a word tells (its inverse document frequency); of a frequent one, reckoned from the newest tickets. */
function rarityOf(ids: readonly number[], tickets: number): number {
  const looked = ids.length < postingsPerTerm ? tickets : tickets - ids.at(-1)! + 1;
  const share = Math.min(ids.length / looked, 1) * tickets;
  return Math.log(1 + (tickets - share + 0.5) / (share + 0.5));
}

/** The tickets that share the most telling words, the best first. */
function likeliest(postings: Postings, rarity: ReadonlyMap<string, number>): readonly number[] {
  const weights = new Map<number, number>();
  for (const [term, ids] of postings)
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + rarity.get(term)!);
  return [...weights]
    .sort(([a, weight], [b, other]) => other - weight || b - a)
    .slice(0, candidates.asked)
    .map(([id]) => id);
}

/** Those of some tickets that are not closed, in the same order. */
async function readUnclosed(manager: EntityManager, ids: readonly number[]): Promise<readonly Ticket[]> {
  const unclosed = await manager
    .createQueryBuilder(TicketEntity, 'ticket')
    .select('ticket.id', 'id')
    .where({ id: In([...ids]), status: Not('closed') })
    .getRawMany<{ id: number | string }>();
  const known = new Set(unclosed.map(({ id }) => Number(id)));
  const compared = ids.filter((id) => known.has(id)).slice(0, candidates.compared);
  return manager.findBy(TicketEntity, { id: In(compared) });
}

function score(
  sought: readonly string[],
  terms: ReadonlySet<string>,
  rarity: ReadonlyMap<string, number>,
): number {
  const { k1, b, usualLength } = bm25;
  const dampening = (k1 + 1) / (1 + k1 * (1 - b + (b * terms.size) / usualLength));
  // A word that nobody has used tells as much as a word can.
  const most = Math.max(...rarity.values());
  return sought
    .filter((term) => terms.has(term))
    .reduce((sum, term) => sum + (rarity.get(term) ?? most) * dampening, 0);
}
