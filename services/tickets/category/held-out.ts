import { Classifier } from '../src/domain/category/classifier.ts';
import { evidence } from '../src/domain/category/confidence.ts';
import type { Sample } from './corpus.ts';
import { trainModel, type Prepared } from './train-model.ts';
import type { FeatureNumbers, FeatureSet } from './sparse.ts';

/** What a model that never saw a text says about it. */
export type HeldOut = {
  readonly sample: Sample;
  readonly fold: number;
  /** The number of the category that was given. */
  readonly given: number;
  readonly right: number;
  readonly evidence: readonly number[];
};

/** What a model that never saw any foreign text says about one. */
export type Foreign = Pick<HeldOut, 'fold' | 'evidence'> & { readonly text: string };

/** A text in another language, with its features. */
export type Stranger = { readonly text: string; readonly features: FeatureSet };

/**
 * Cross-validation: each text is classified by a model trained with the texts of the other folds.
 * @param part of those texts that is used, from 0 to 1
 */
export function heldOut(
  texts: readonly Prepared[],
  folds: readonly number[],
  numbers: FeatureNumbers,
  foreign: readonly Stranger[],
  part = 1,
): { readonly rows: readonly HeldOut[]; readonly foreign: readonly Foreign[] } {
  const rows: HeldOut[] = [];
  const abroad: Foreign[] = [];
  const count = Math.max(...folds) + 1;
  for (let fold = 0; fold < count; fold++) {
    const others = texts.filter((_, at) => folds[at] !== fold);
    const strangers = foreign.filter((_, at) => at % count !== fold).map(({ features }) => features);
    const model = trainModel(part < 1 ? sparsely(others, part) : others, strangers, numbers);
    const classifier = new Classifier(model);
    const judge = (text: string) => {
      const vector = classifier.read(text);
      const scores = classifier.scores(vector);
      return { fold, given: scores.indexOf(Math.max(...scores)), evidence: evidence(scores, vector) };
    };
    for (const [at, { sample, right }] of texts.entries())
      if (folds[at] === fold) rows.push({ sample, right, ...judge(sample.text) });
    for (const [at, { text }] of foreign.entries())
      if (at % count === fold) abroad.push({ text, ...judge(text) });
  }
  return { rows, foreign: abroad };
}

/** A part of texts, evenly from all of them: they stand in the order in which they were written. */
export function sparsely(texts: readonly Prepared[], part: number): readonly Prepared[] {
  return texts.filter((_, at) => Math.floor((at + 1) * part) > Math.floor(at * part));
}
