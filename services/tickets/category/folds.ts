import { shuffled } from './random.ts';
import type { Prepared } from './train-model.ts';

/** Features in more texts than this say nothing about two of them being alike. */
const tooCommon = 20;
/** Texts of whose telling features together this part is in both are one text twice. */
const alike = 0.3;

/**
 * Parts texts into folds that are alike in size, each text with its near-duplicates in one fold.
 * @returns the fold of each text
 */
export function foldsOf(texts: readonly Prepared[], folds: number): readonly number[] {
  const groups = nearDuplicates(texts);
  const order = shuffled(texts.length, 1);
  const placed = new Map<number, number>();
  let next = 0;
  for (const text of order) {
    const group = groups[text]!;
    if (!placed.has(group)) placed.set(group, next++ % folds);
  }
  return groups.map((group) => placed.get(group)!);
}

/** The group of each text: the number of the first text in it. */
export function nearDuplicates(texts: readonly Prepared[]): readonly number[] {
  const postings = new Map<number, number[]>();
  for (const [number, { features }] of texts.entries())
    for (const feature of features) {
      const posting = postings.get(feature);
      if (posting === undefined) postings.set(feature, [number]);
      else posting.push(number);
    }
  const parent = texts.map((_, number) => number);
  const root = (number: number): number => {
    while (parent[number] !== number) number = parent[number]!;
    return number;
  };
  const telling = texts.map(
    ({ features }) => features.filter((feature) => postings.get(feature)!.length <= tooCommon).length,
  );
  for (const [number, { features }] of texts.entries()) {
    const shared = new Map<number, number>();
    for (const feature of features) {
      const posting = postings.get(feature)!;
      if (posting.length > tooCommon) continue;
      for (const other of posting) if (other < number) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared)
      if (count >= alike * (telling[number]! + telling[other]! - count)) {
        const [low, high] = [root(number), root(other)].sort((a, b) => a - b);
        parent[high!] = low!;
      }
  }
  return parent.map((_, number) => root(number));
}
