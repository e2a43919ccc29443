import { categories } from './corpus.ts';

/** What was given to a text and what is right, both as numbers of categories. */
export type Judgement = { readonly given: number; readonly right: number };

/** What a classifier says of a text: the number of a category, and how sure it is, from 0 to 1. */
export type Guess = { readonly given: number; readonly confidence: number };

/** The share of texts that got the right category. */
export function accuracy(texts: readonly Judgement[]): number {
  return texts.filter(({ given, right }) => given === right).length / texts.length;
}

/** The mean of the categories' F1: of each, the harmonic mean of precision and recall. */
export function macroF1(texts: readonly Judgement[]): number {
  const table = confusion(texts);
  const scores = table.map((row, category) => {
    const hit = row[category]!;
    const given = table.reduce((sum, other) => sum + other[category]!, 0);
    const right = row.reduce((sum, count) => sum + count, 0);
    return given + right === 0 ? 0 : (2 * hit) / (given + right);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** How many texts of each category (rows) were given each (columns). */
export function confusion(texts: readonly Judgement[]): readonly (readonly number[])[] {
  return categories.map((_, right) =>
    categories.map((_, given) => texts.filter((text) => text.right === right && text.given === given).length),
  );
}

/** Texts of like confidence: how sure they were, and how many were right. */
export type Bin = {
  readonly from: number;
  readonly texts: number;
  readonly confidence: number;
  readonly accuracy: number;
};

/** The reliability table in tenths, without empty rows. */
export function reliability(texts: readonly (Judgement & { readonly confidence: number })[]): readonly Bin[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = texts.filter(({ confidence }) => Math.min(Math.floor(confidence * 10), 9) === tenth);
    const sure = own.reduce((sum, { confidence }) => sum + confidence, 0);
    return { from: tenth / 10, texts: own.length, confidence: sure / own.length, accuracy: accuracy(own) };
  }).filter((bin) => bin.texts > 0);
}

/** The expected calibration error: how far confidence and accuracy are apart in the bins, by their texts. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, bin) => sum + bin.texts, 0);
  return bins.reduce((sum, bin) => sum + (bin.texts / all) * Math.abs(bin.confidence - bin.accuracy), 0);
}
