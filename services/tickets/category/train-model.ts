import { categories as names } from '../src/domain/category/category.ts';
import type { Model } from '../src/domain/category/model.ts';
import { categories, type Sample } from './corpus.ts';
import { learn, type Weights } from './softmax-regression.ts';
import { FeatureNumbers, Rarities, type FeatureSet, type SparseVector } from './sparse.ts';

/** A sample with its features. */
export type Prepared = { readonly sample: Sample; readonly features: FeatureSet; readonly right: number };

/** Features a model may have: with their weights they fit into 1.8 MB. */
export const mostFeatures = 200_000;
const steps = 127;
/** How many times as many texts in the desk's languages as in others teach what is strange. */
const homeTimes = 8;

/** Reads the features of samples once, for all the models that are trained with them. */
export function prepare(samples: readonly Sample[]): {
  numbers: FeatureNumbers;
  prepared: readonly Prepared[];
} {
  const numbers = new FeatureNumbers();
  const prepared = samples.map((sample) => ({
    sample,
    features: numbers.read(sample.text),
    right: categories.indexOf(sample.category),
  }));
  return { numbers, prepared };
}

/**
 * Trains a model that is not calibrated yet: its weights in steps of a byte, the features that say most.
 * @param strangers texts in other languages
 */
export function trainModel(
  texts: readonly Prepared[],
  strangers: readonly FeatureSet[],
  numbers: FeatureNumbers,
  version = '',
): Model {
  const rarities = new Rarities([...texts.map(({ features }) => features), ...strangers], numbers);
  const vectors = texts.map(({ features }) => rarities.vector(features));
  const learned = learn(
    vectors,
    texts.map(({ right }) => right),
    numbers.hashes.length,
  );
  const strangeness = learnStrangeness(
    vectors,
    strangers.map((features) => rarities.vector(features)),
    numbers.hashes.length,
  );
  const kept = strongest(centred(learned), strangeness, rarities, numbers);
  const rarityStep = kept.reduce((most, feature) => Math.max(most, rarities.of(feature)), 0) / 255;
  const strangest = kept.reduce((most, feature) => Math.max(most, Math.abs(strangeness[feature]!)), 0);
  const most = kept.reduce((most, feature) => Math.max(most, largest(learned, feature)), 0);
  return {
    version,
    features: kept.length,
    rarityStep,
    weightStep: most / steps,
    calibration: [],
    hashes: Uint32Array.from(kept, (feature) => numbers.hashes[feature]!),
    rarities: Uint8Array.from(kept, (feature) => Math.round(rarities.of(feature) / rarityStep)),
    weights: Int8Array.from(
      kept.flatMap((feature) => names.map((_, at) => (learned[3 * feature + at]! * steps) / most)),
      (weight) => Math.round(weight),
    ),
    strangenessStep: strangest / steps,
    strangeness: Int8Array.from(kept, (feature) => Math.round((strangeness[feature]! * steps) / strangest)),
  };
}

/** What each feature says for another language: by all strangers, and as many times as many texts that are at home. */
function learnStrangeness(
  texts: readonly SparseVector[],
  strangers: readonly SparseVector[],
  features: number,
): Float32Array {
  const own = texts.filter((_, at) => at % Math.ceil(texts.length / (homeTimes * strangers.length)) === 0);
  const weights = learn([...own, ...strangers], [...own.map(() => 0), ...strangers.map(() => 1)], features);
  return Float32Array.from({ length: features }, (_, at) => weights[3 * at + 1]! - weights[3 * at]!);
}

/** The same weights, made to sum to nothing for each feature: only their differences count. */
function centred(weights: Weights): Weights {
  for (let at = 0; at < weights.length; at += 3) {
    const mean = (weights[at]! + weights[at + 1]! + weights[at + 2]!) / 3;
    for (let category = 0; category < 3; category++) weights[at + category]! -= mean;
  }
  return weights;
}

function largest(weights: Weights, feature: number): number {
  return Math.max(...weights.subarray(3 * feature, 3 * feature + 3).map(Math.abs));
}

/** The features that can say most, in the order of their hashes. */
function strongest(
  weights: Weights,
  strangeness: Float32Array,
  rarities: Rarities,
  numbers: FeatureNumbers,
): readonly number[] {
  const says = (feature: number) =>
    Math.max(largest(weights, feature), Math.abs(strangeness[feature]!)) * rarities.of(feature);
  return numbers.hashes
    .map((_, feature) => feature)
    .filter((feature) => rarities.of(feature) > 0)
    .sort((a, b) => says(b) - says(a) || a - b)
    .slice(0, mostFeatures)
    .sort((a, b) => numbers.hashes[a]! - numbers.hashes[b]!);
}
