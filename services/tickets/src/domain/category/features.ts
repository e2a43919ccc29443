import { conceptsOf, type Phrase } from './concept-index.ts';
import { but, concepts } from './concepts.ts';
import { hashNumbers, hashText, seed } from './hash.ts';
import { words, type Word } from './words.ts';

/** Words and pairs of them; runs of 3 and 4 letters; concepts, their order, and which stand in one clause. */
export const families = ['words', 'letters', 'concepts'] as const;

/**
 * Told of each feature of a text that has a number, as often as it occurs.
 * @param feature its number
 * @param family index into `families`
 * @param first number of the word it stands in, or begins in
 * @param last number of the word it ends in
 */
export type See = (feature: number, family: number, first: number, last: number) => void;

/** Knows the number of a feature by its hash; below 0 when it has none. */
export type Numbering = (hash: number, family: number) => number;

/** Letters of a word beyond which no runs are looked at. */
const longestWord = 40;
/** Concepts after which a clause without any comma is taken as ended: pairs are counted in it. */
const longestClause = 12;
const rememberedWords = 40_000;

const kinds = {
  word: seed('word'),
  pair: seed('pair'),
  letters: seed('letters'),
  concept: seed('concept'),
  opening: seed('opening'),
  closing: seed('closing'),
  then: seed('then'),
  together: seed('together'),
};

/** What a word says by itself. */
type Analysis = {
  readonly hash: number;
  readonly feature: number;
  /** Its runs of letters that have a number, and how many it has in all. */
  readonly letters: readonly number[];
  readonly runs: number;
  readonly concepts: readonly number[];
  /** The phrases that it may begin. */
  readonly phrases: readonly Phrase[];
};

/** A word of a text, with what it says by itself. */
export type AnalysedWord = Word & { readonly analysis: Analysis };

/** A concept that a word, or two of them, stand for. */
export type Mention = { readonly concept: number; readonly first: number; readonly last: number };

const [wordFamily, letterFamily, conceptFamily] = [0, 1, 2] as const;

/** Finds the features of texts; thinks about a word once as long as it remembers it. */
export class FeatureReader {
  readonly #number: Numbering;
  readonly #analyses = new Map<string, Analysis>();

  constructor(number: Numbering) {
    this.#number = number;
  }

  /** The words of a text. */
  words(text: string): readonly AnalysedWord[] {
    return words(text).map((word) => ({ ...word, analysis: this.#analyse(word.folded) }));
  }

  /** Tells all features of a text, in time linear in its length. */
  each(text: readonly AnalysedWord[], see: See): void {
    const seeKnown = (hash: number, family: number, first: number, last: number) => {
      const feature = this.#number(hash, family);
      if (feature >= 0) see(feature, family, first, last);
    };
    text.forEach(({ analysis }, at) => {
      if (analysis.feature >= 0) see(analysis.feature, wordFamily, at, at);
      for (const run of analysis.letters) see(run, letterFamily, at, at);
      const before = text[at - 1];
      if (before === undefined) return;
      seeKnown(hashNumbers(kinds.pair, before.analysis.hash, analysis.hash), wordFamily, at - 1, at);
    });
    eachConcept(clausesOf(text), (hash, first, last) => seeKnown(hash, conceptFamily, first, last));
  }

  #analyse(folded: string): Analysis {
    const known = this.#analyses.get(folded);
    if (known !== undefined) return known;
    if (this.#analyses.size >= rememberedWords) this.#analyses.clear();
    // "heeeelp" is "heelp".
    const word = folded.replace(/(.)\1{2,}/g, '$1$1');
    const hash = hashText(kinds.word, word);
    const runs = letterRuns(word.slice(0, longestWord));
    const analysis = {
      hash,
      feature: this.#number(hash, wordFamily),
      letters: runs.map((run) => this.#number(run, letterFamily)).filter((number) => number >= 0),
      runs: runs.length,
      concepts: conceptsOf(word, concepts),
      phrases: concepts.phrases.get(word) ?? [],
    };
    this.#analyses.set(folded, analysis);
    return analysis;
  }
}

/** The concepts of a text by clause; clauses that mention none are left out. */
function clausesOf(text: readonly AnalysedWord[]): readonly (readonly Mention[])[] {
  const clauses: Mention[][] = [[]];
  const mention = (concept: number, first: number, last: number) => {
    const current = clauses.at(-1)!;
    if (current.length > 0 && (concept === but || current.length >= longestClause))
      clauses.push([{ concept, first, last }]);
    else current.push({ concept, first, last });
  };
  text.forEach(({ opensClause, analysis }, at) => {
    if (opensClause && clauses.at(-1)!.length > 0) clauses.push([]);
    for (const { second, concept } of analysis.phrases) {
      const last = endOfPhrase(text, at, second);
      if (last > at) mention(concept, at, last);
    }
    for (const concept of analysis.concepts) mention(concept, at, at);
  });
  return clauses.filter((clause) => clause.length > 0);
}

/** Where a phrase ends that begins with a word, with at most two others inside; the word itself if it is none. */
export function endOfPhrase(text: readonly Word[], first: number, second: string): number {
  for (let last = first + 1; last <= first + 3 && last < text.length; last++)
    if (text[last]!.folded.startsWith(second)) return last;
  return first;
}

function letterRuns(word: string): readonly number[] {
  const padded = `_${word}_`;
  const runs = new Set<number>();
  for (let length = 3; length <= 4; length++)
    for (let start = 0; start + length <= padded.length; start++)
      runs.add(hashText(kinds.letters, padded, start, start + length));
  return [...runs];
}

function eachConcept(
  clauses: readonly (readonly Mention[])[],
  see: (hash: number, first: number, last: number) => void,
): void {
  let before: Mention | undefined;
  clauses.forEach((clause, number) => {
    clause.forEach((mention, at) => {
      const { concept, first, last } = mention;
      see(hashNumbers(kinds.concept, concept), first, last);
      if (number === 0) see(hashNumbers(kinds.opening, concept), first, last);
      if (number === clauses.length - 1) see(hashNumbers(kinds.closing, concept), first, last);
      if (before !== undefined) see(hashNumbers(kinds.then, before.concept, concept), before.first, last);
      for (let earlier = 0; earlier < at; earlier++) {
        const other = clause[earlier]!;
        const [low, high] = concept < other.concept ? [concept, other.concept] : [other.concept, concept];
        if (low !== high) see(hashNumbers(kinds.together, low, high), other.first, last);
      }
      before = mention;
    });
  });
}
