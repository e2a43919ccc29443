import { fold } from './fold.ts';
import { falseFriends, fillers, genitives, locatives } from './lexicon/neutral.ts';
import { shortened, shortestMisspelt, terms } from './term-index.ts';
import type { Meaning, Phrase, TermIndex } from './term-index.ts';
import type { Word } from './words.ts';

/** A term found in a text: what it says there (weight already discounted), and where it stands. */
export type Match = {
  readonly meaning: Meaning;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
};

const longestStem = 24;
/** What may follow a German compound's last part. */
const inflections = ['', 'e', 's', 'n', 'en', 'er', 'es', 'em', 'ns', 'in', 'innen'];
/** How much of its weight a term keeps: as a compound's first part, misspelt, after "of", after "in", as a place. */
const keeps = { modifier: 0.5, misspelt: 0.6, of: 0.75, there: 0.6, placeThere: 0.3 };

const isFiller = wordSet(fillers);
const isLocative = wordSet(locatives);
const isGenitive = wordSet(genitives);
const isFalseFriend = wordSet(falseFriends);

/** All terms found in a text's words, in order; two-word terms take the place of their words. */
export function match(words: readonly Word[], index: TermIndex): readonly Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (isFalseFriend.has(word.folded)) continue;
    const phrase = findPhrase(words, at, index);
    const found = phrase?.meanings ?? wordMeanings(word.folded, index);
    const end = words[phrase?.last ?? at]!.end;
    for (const { meaning, share } of found) {
      const weight = meaning.weight * share * placeShare(words, at, meaning.place);
      matches.push({ meaning, weight, start: word.start, end });
    }
    at = phrase?.last ?? at;
  }
  return matches;
}

type Found = { readonly meaning: Meaning; readonly share: number };

function findPhrase(words: readonly Word[], at: number, index: TermIndex) {
  const first = words[at]?.folded ?? '';
  const candidates = phrasesFrom(first, index);
  if (candidates.length === 0) return undefined;
  for (let next = at + 1; next <= at + 3 && next < words.length; next++) {
    const word = words[next]!;
    if (word.opensClause) break;
    const last = next;
    const hits = candidates.filter(({ second }) =>
      second.starts ? word.folded.startsWith(second.stem) : word.folded === second.stem,
    );
    if (hits.length > 0) return { last, meanings: hits.map(({ meaning }): Found => ({ meaning, share: 1 })) };
    if (!isFiller.has(word.folded)) break;
  }
  return undefined;
}

function phrasesFrom(first: string, index: TermIndex): readonly Phrase[] {
  const found = [...(index.phrases.get(first) ?? [])];
  for (let length = 2; length <= Math.min(first.length, longestStem); length++) {
    found.push(...(index.phraseBeginnings.get(first.slice(0, length)) ?? []));
  }
  return found;
}

function wordMeanings(word: string, index: TermIndex): readonly Found[] {
  const exact = index.exact.get(word);
  if (exact !== undefined) return exact.map((meaning) => ({ meaning, share: 1 }));
  const head = longestEnding(word, index);
  const start = longestBeginning(word, index, head.length);
  if (head.meanings.length > 0) {
    return [
      ...head.meanings.map((meaning) => ({ meaning, share: 1 })),
      ...start.map((meaning) => ({ meaning, share: keeps.modifier })),
    ];
  }
  if (start.length > 0) return start.map((meaning) => ({ meaning, share: 1 }));
  return misspeltMeanings(word, index).map((meaning) => ({ meaning, share: keeps.misspelt }));
}

function longestEnding(word: string, index: TermIndex): { meanings: readonly Meaning[]; length: number } {
  for (let start = Math.max(0, word.length - longestStem); start <= word.length - 3; start++) {
    for (const inflection of inflections) {
      if (!word.endsWith(inflection)) continue;
      const meanings = index.endings.get(word.slice(start, word.length - inflection.length));
      if (meanings !== undefined) return { meanings, length: word.length - start };
    }
  }
  return { meanings: [], length: 0 };
}

function longestBeginning(word: string, index: TermIndex, taken: number): readonly Meaning[] {
  for (let length = Math.min(word.length - taken, longestStem); length >= 2; length--) {
    const meanings = index.beginnings.get(word.slice(0, length));
    if (meanings !== undefined) return meanings;
  }
  return [];
}

function misspeltMeanings(word: string, index: TermIndex): readonly Meaning[] {
  if (word.length < shortestMisspelt || word.length > longestStem) return [];
  for (const key of [word, ...shortened(word)]) {
    const meanings = index.misspelt.get(key);
    if (meanings !== undefined) return meanings;
  }
  return [];
}

/** What a noun keeps where the words before it say that it is only the place. */
function placeShare(words: readonly Word[], at: number, place: boolean): number {
  for (let before = at; before > 0 && before > at - 3; before--) {
    if (words[before]?.opensClause) return 1;
    const word = words[before - 1]?.folded ?? '';
    if (isLocative.has(word)) return place ? keeps.placeThere : keeps.there;
    if (isGenitive.has(word)) return place ? keeps.placeThere : keeps.of;
  }
  return 1;
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(terms(list).map(fold));
}
