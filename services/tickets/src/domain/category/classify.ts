import { categories } from './category.ts';
import type { Category } from './category.ts';
import { facility } from './lexicon/facility.ts';
import { it } from './lexicon/it.ts';
import { services } from './lexicon/services.ts';
import { match } from './match.ts';
import type { Match } from './match.ts';
import { indexTerms } from './term-index.ts';
import { words } from './words.ts';

/** A text's category, how sure that is (1/3 to 0.99) and the words that decided, most deciding first, at most 5. */
export type Classification = {
  readonly category: Category;
  readonly confidence: number;
  readonly words: readonly string[];
};

const lexicon = indexTerms({ facility, it, services });

/** Weight units between two categories that make one e times as likely as the other. */
const temperature = 2;
/** Weight units of evidence at which two thirds of the doubt about knowing anything is gone. */
const enough = 2.5;
/** Each repetition of a term counts this much of the one before. */
const repetition = 0.3;
/** Characters after which a text has said half of what it is about; later words explain and digress. */
const halfSaid = 400;
const mostWords = 5;
const mostConfidence = 0.99;

/** Says what a ticket's text is about. Deterministic, linear in its length, knows no ticket but this one. */
export function classify(text: string): Classification {
  const weighed = weigh(match(words(text), lexicon));
  const scores = { facility: 0, it: 0, services: 0 };
  for (const { meaning, weight } of weighed) scores[meaning.category] += weight;

  const category = categories.reduce((best, next) => (scores[next] > scores[best] ? next : best));
  return { category, confidence: confidence(scores, category), words: deciding(text, weighed, category) };
}

/** The matches with what they count in this text: repeated terms less, late ones less. */
function weigh(matches: readonly Match[]): readonly Match[] {
  const seen = new Map<string, number>();
  return matches.map((found) => {
    const times = seen.get(found.meaning.term) ?? 0;
    seen.set(found.meaning.term, times + 1);
    const early = halfSaid / (halfSaid + found.start);
    return { ...found, weight: found.weight * repetition ** times * early };
  });
}

/** A softmax of the scores, drawn towards "one of three" while there is little evidence. */
function confidence(scores: Readonly<Record<Category, number>>, winner: Category): number {
  const odds = categories.reduce((sum, c) => sum + Math.exp((scores[c] - scores[winner]) / temperature), 0);
  const known = 1 - Math.exp(-scores[winner] / enough);
  const guess = 1 / categories.length;
  return Math.min(mostConfidence, guess + (1 / odds - guess) * known);
}

function deciding(text: string, weighed: readonly Match[], category: Category): readonly string[] {
  const byWeight = weighed
    .filter(({ meaning }) => meaning.category === category)
    .sort((a, b) => b.weight - a.weight || a.start - b.start);
  const distinct = new Map<string, string>();
  for (const { start, end } of byWeight) {
    const word = text.slice(start, end);
    const key = word.toLowerCase();
    if (!distinct.has(key)) distinct.set(key, word);
  }
  return [...distinct.values()].slice(0, mostWords);
}
