import type { Category } from './category.ts';
import { fold } from './fold.ts';
import type { Topic } from './lexicon/topic.ts';

/** What a term of the lexicon says when it is found. */
export type Meaning = {
  readonly category: Category;
  readonly weight: number;
  readonly place: boolean;
  /** The term in folded form: the same term counts again only a little. */
  readonly term: string;
};

/** One word of a term, folded, without its marks. */
export type Pattern = { readonly stem: string; readonly starts: boolean; readonly ends: boolean };

/** A term of two words, found by its first. */
export type Phrase = { readonly second: Pattern; readonly meaning: Meaning };

/** The lexicon, ready to be asked by whole words, by beginnings and by endings. */
export type TermIndex = {
  readonly exact: ReadonlyMap<string, readonly Meaning[]>;
  readonly beginnings: ReadonlyMap<string, readonly Meaning[]>;
  readonly endings: ReadonlyMap<string, readonly Meaning[]>;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly phraseBeginnings: ReadonlyMap<string, readonly Phrase[]>;
  /** Long stems with one letter left out, for words with one typing mistake. */
  readonly misspelt: ReadonlyMap<string, readonly Meaning[]>;
};

/** Splits a list of terms at its commas. */
export function terms(list: string): readonly string[] {
  return list
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

/** All strings that a word becomes when one of its letters is left out. */
export function shortened(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Shortest word in letters that may contain a typing mistake: below it, too many real words are neighbours. */
export const shortestMisspelt = 7;

/** Builds the index of a lexicon. */
export function indexTerms(lexicon: Readonly<Record<Category, readonly Topic[]>>): TermIndex {
  const exact = new Map<string, Meaning[]>();
  const beginnings = new Map<string, Meaning[]>();
  const endings = new Map<string, Meaning[]>();
  const phrases = new Map<string, Phrase[]>();
  const phraseBeginnings = new Map<string, Phrase[]>();
  const misspelt = new Map<string, Meaning[]>();

  const addWord = (pattern: Pattern, meaning: Meaning) => {
    if (!pattern.starts && !pattern.ends) addHeavier(exact, pattern.stem, meaning);
    if (pattern.starts) addHeavier(beginnings, pattern.stem, meaning);
    if (pattern.ends) addHeavier(endings, pattern.stem, meaning);
    if (pattern.stem.length < shortestMisspelt) return;
    for (const key of [pattern.stem, ...shortened(pattern.stem)]) addHeavier(misspelt, key, meaning);
  };

  for (const [category, topics] of Object.entries(lexicon) as [Category, readonly Topic[]][]) {
    for (const { weight, place = false, terms: list } of topics) {
      for (const term of terms(list)) {
        const meaning: Meaning = { category, weight, place, term: fold(term) };
        const [first, second] = term.split(' ').map(parsePattern);
        if (first === undefined) continue;
        if (second === undefined) addWord(first, meaning);
        else add(first.starts ? phraseBeginnings : phrases, first.stem, { second, meaning });
      }
    }
  }
  return { exact, beginnings, endings, phrases, phraseBeginnings, misspelt };
}

function parsePattern(word: string): Pattern {
  return { stem: fold(word.replaceAll('*', '')), starts: word.endsWith('*'), ends: word.startsWith('*') };
}

/** Languages share stems: a word speaks only once for a category, as loudly as any of them lets it. */
function addHeavier(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const others = map.get(key) ?? [];
  const rival = others.find(({ category }) => category === meaning.category);
  if (rival !== undefined && rival.weight >= meaning.weight) return;
  map.set(key, [...others.filter((other) => other !== rival), meaning]);
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
