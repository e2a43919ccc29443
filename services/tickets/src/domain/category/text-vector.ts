import { isTopic } from './concepts.ts';
import { endOfPhrase, families, FeatureReader, type AnalysedWord } from './features.ts';
import { FeatureTable } from './feature-table.ts';
import type { Model } from './model.ts';

/** A text as a model sees it: the features that it knows, each once, with their values and where they stand. */
export type TextVector = {
  readonly features: readonly number[];
  readonly values: readonly number[];
  /** The numbers of the words that each feature first stands in. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly words: readonly ReadWord[];
  /** Which share of its runs of letters the model knows: little of a language that it never met. */
  readonly familiarity: number;
  /** How much speaks for a language that the desk does not know, in logits. */
  readonly strangeness: number;
};

/** A word, and what the model knows of it. */
export type ReadWord = AnalysedWord & {
  /** How rare it is; 0 where the model has never met it. */
  readonly rarity: number;
  /** Whether it stands for a concept, and for a thing or a deed. */
  readonly isConcept: boolean;
  readonly isTopic: boolean;
  /** The last word of the phrase that it begins ("mot de passe"), else itself. */
  readonly phraseEnd: number;
};

/** Reads texts for one model. */
export class TextReader {
  readonly #model: Model;
  readonly #reader: FeatureReader;
  readonly #seenIn: Uint32Array;
  #texts = 0;

  constructor(model: Model) {
    const table = new FeatureTable(model.hashes);
    this.#model = model;
    this.#reader = new FeatureReader((hash) => table.find(hash));
    this.#seenIn = new Uint32Array(model.hashes.length);
  }

  read(text: string): TextVector {
    const { rarities, rarityStep } = this.#model;
    const found = this.#reader.words(text);
    const features: number[] = [];
    const values: number[] = [];
    const family: number[] = [];
    const first: number[] = [];
    const last: number[] = [];
    const squares = families.map(() => 0);
    this.#begin();
    this.#reader.each(found, (feature, of, from, to) => {
      if (this.#seenIn[feature] === this.#texts) return;
      this.#seenIn[feature] = this.#texts;
      const rarity = rarities[feature]! * rarityStep;
      squares[of]! += rarity * rarity;
      features.push(feature);
      values.push(rarity);
      family.push(of);
      first.push(from);
      last.push(to);
    });
    const lengths = squares.map((square) => Math.sqrt(square) || 1);
    for (let at = 0; at < values.length; at++) values[at]! /= lengths[family[at]!]!;
    return {
      features,
      values,
      first,
      last,
      words: this.#describe(found),
      familiarity: familiarity(found),
      strangeness: this.#strangeness(features, values),
    };
  }

  #strangeness(features: readonly number[], values: readonly number[]): number {
    const { strangeness, strangenessStep } = this.#model;
    return features.reduce(
      (sum, feature, at) => sum + values[at]! * strangeness[feature]! * strangenessStep,
      0,
    );
  }

  #describe(found: readonly AnalysedWord[]): readonly ReadWord[] {
    const { rarities, rarityStep } = this.#model;
    return found.map((word, at) => {
      const { feature, concepts, phrases } = word.analysis;
      return {
        ...word,
        rarity: feature < 0 ? 0 : rarities[feature]! * rarityStep,
        isConcept: concepts.length > 0,
        isTopic: concepts.some(isTopic),
        phraseEnd: phrases.reduce((end, { second }) => Math.max(end, endOfPhrase(found, at, second)), at),
      };
    });
  }

  #begin(): void {
    if (++this.#texts < 2 ** 32) return;
    this.#seenIn.fill(0);
    this.#texts = 1;
  }
}

function familiarity(words: readonly AnalysedWord[]): number {
  const runs = words.reduce((sum, { analysis }) => sum + analysis.runs, 0);
  const known = words.reduce((sum, { analysis }) => sum + analysis.letters.length, 0);
  return known / Math.max(1, runs);
}
