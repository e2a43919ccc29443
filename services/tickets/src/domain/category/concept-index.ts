import { fold } from './fold.ts';

/** A term of two words: what the second begins with, and the concept. */
export type Phrase = { readonly second: string; readonly concept: number };

/** Concepts by the words that stand for them: whole, by their beginnings, endings, and anything inside. */
export type ConceptIndex = {
  readonly names: readonly string[];
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
  readonly endings: ReadonlyMap<string, readonly number[]>;
  readonly inside: ReadonlyMap<string, readonly number[]>;
  /** By the first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
};

/**
 * Reads lists of concepts: `name: term term …`, a line that is indented continues the one before. A term is written
 * without accents: `word` is that word, `word*` begins with it, `*word` ends with it (the last part of a German
 * compound, inflected or not), `*word*` contains it; `mot+passe` is two words with at most two others between them,
 * the last of which begins so.
 */
export function indexConcepts(lists: readonly string[]): ConceptIndex {
  const names: string[] = [];
  const exact = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  const endings = new Map<string, number[]>();
  const inside = new Map<string, number[]>();
  const phrases = new Map<string, Phrase[]>();
  for (const line of lists.join('\n').replaceAll(/\n +/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const concept = names.push(line.slice(0, colon)) - 1;
    for (const term of line
      .slice(colon + 1)
      .trim()
      .split(/\s+/)) {
      const [first, ...more] = term.split('+').map((word) => fold(word.replaceAll('*', '')));
      const second = more.at(-1);
      if (second !== undefined) add(phrases, first!, { second, concept });
      else if (!term.includes('*')) add(exact, first!, concept);
      else if (!term.startsWith('*')) add(beginnings, first!, concept);
      else add(term.endsWith('*') ? inside : endings, first!, concept);
    }
  }
  return { names, exact, beginnings, endings, inside, phrases };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

const shortestTerm = 3;
const shortestInside = 4;
const longestTerm = 16;
const longestWord = 40;
const inflections = ['', 'e', 's', 'n', 'en', 'er', 'es', 'em'];

/** The concepts that a folded word stands for; those of a whole word before those of its parts. */
export function conceptsOf(word: string, index: ConceptIndex): readonly number[] {
  const whole = index.exact.get(word);
  if (whole !== undefined) return whole;
  const found = new Set<number>();
  const part = word.slice(0, longestWord);
  for (const concept of byBeginning(part, index)) found.add(concept);
  if (part.length > shortestInside + 1) {
    for (const concept of byEnding(part, index)) found.add(concept);
    for (let start = 0; start + shortestInside <= part.length; start++)
      for (let end = start + shortestInside; end <= Math.min(part.length, start + longestTerm); end++)
        for (const concept of index.inside.get(part.slice(start, end)) ?? []) found.add(concept);
  }
  return [...found];
}

function byBeginning(word: string, { beginnings, inside }: ConceptIndex): readonly number[] {
  for (let length = Math.min(word.length, longestTerm); length >= shortestTerm; length--) {
    const start = word.slice(0, length);
    const found = beginnings.get(start) ?? inside.get(start);
    if (found !== undefined) return found;
  }
  return [];
}

function byEnding(word: string, { endings }: ConceptIndex): readonly number[] {
  let longest: readonly number[] = [];
  let length = 0;
  for (const inflection of inflections) {
    if (!word.endsWith(inflection)) continue;
    const stem = word.slice(0, word.length - inflection.length);
    for (let start = 1; stem.length - start > Math.max(length, shortestTerm - 1); start++) {
      const found = endings.get(stem.slice(start));
      if (found === undefined) continue;
      longest = found;
      length = stem.length - start;
    }
  }
  return longest;
}
