import { fold } from '../../src/domain/category/fold.ts';
import type { Guess } from '../score.ts';
import { facility } from './facility.ts';
import { it } from './it.ts';
import { services } from './services.ts';

const lists = [facility, it, services];

/** The weight of each word, by category: of whole words, of beginnings, and of endings. */
const exact = new Map<string, number[]>();
const beginnings = new Map<string, number[]>();
const endings = new Map<string, number[]>();

for (const [category, topics] of lists.entries())
  for (const { weight, terms } of topics)
    for (const term of terms.split(',').flatMap((term) => term.trim().split(/\s+/))) {
      const kind = term.startsWith('*') ? endings : term.endsWith('*') ? beginnings : exact;
      const word = fold(term.replaceAll('*', ''));
      const weights = kind.get(word) ?? [0, 0, 0];
      weights[category] = Math.max(weights[category]!, weight);
      kind.set(word, weights);
    }

/** A baseline: the category for whose words of a list, written by hand, most is said; its confidence is their share. */
export function classifyByKeywords(text: string): Guess {
  const scores = [0, 0, 0];
  for (const word of new Set(text.match(/\p{L}+/gu)?.map(fold) ?? []))
    weightsOf(word)?.forEach((weight, category) => (scores[category]! += weight));
  const [most, all] = [Math.max(...scores), scores.reduce((sum, score) => sum + score, 0)];
  return { given: scores.indexOf(most), confidence: all === 0 ? 1 / 3 : most / all };
}

function weightsOf(word: string): readonly number[] | undefined {
  const whole = exact.get(word);
  if (whole !== undefined) return whole;
  for (let length = word.length; length > 2; length--) {
    const found = beginnings.get(word.slice(0, length)) ?? endings.get(word.slice(-length));
    if (found !== undefined) return found;
  }
  return undefined;
}
