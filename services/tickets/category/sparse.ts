import { FeatureReader, families } from '../src/domain/category/features.ts';

/** A text's features by number, without repetitions. */
export type FeatureSet = Int32Array;

/** A text for a linear model: numbers of features, and how much of each is in it. */
export type SparseVector = { readonly features: Int32Array; readonly values: Float32Array };

/** All features that any text has, numbered as they come. */
export class FeatureNumbers {
  readonly hashes: number[] = [];
  readonly families: number[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #reader = new FeatureReader((hash, family) => this.#number(hash, family));

  /** The features of a text. */
  read(text: string): FeatureSet {
    const found = new Set<number>();
    this.#reader.each(this.#reader.words(text), (feature) => found.add(feature));
    return Int32Array.from(found);
  }

  #number(hash: number, family: number): number {
    const known = this.#numbers.get(hash);
    if (known !== undefined) return known;
    this.#numbers.set(hash, this.hashes.length);
    this.families.push(family);
    return this.hashes.push(hash) - 1;
  }
}

/** How rare features are among some texts; those of a single text are not worth learning. */
export class Rarities {
  readonly #rarities: Float64Array;
  readonly #families: readonly number[];

  constructor(texts: readonly FeatureSet[], numbers: FeatureNumbers) {
    const counts = new Uint32Array(numbers.hashes.length);
    for (const text of texts) for (const feature of text) counts[feature]!++;
    this.#rarities = Float64Array.from(counts, (count) =>
      count < 2 ? 0 : Math.log(1 + texts.length / count),
    );
    this.#families = numbers.families;
  }

  /** 0 for a feature that is not learned. */
  of(feature: number): number {
    return this.#rarities[feature] ?? 0;
  }

  /** A text's vector: each feature by its rarity, each family of length 1. */
  vector(text: FeatureSet): SparseVector {
    const features = text.filter((feature) => this.of(feature) > 0);
    const squares = families.map(() => 0);
    for (const feature of features) squares[this.#families[feature]!]! += this.of(feature) ** 2;
    const values = Float32Array.from(
      features,
      (feature) => this.of(feature) / Math.sqrt(squares[this.#families[feature]!]!),
    );
    return { features, values };
  }
}
