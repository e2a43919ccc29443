import type { ReadWord } from './text-vector.ts';

/** What a text can be recognised by: telling words and concepts, with weights; as a vector of length 1. */
export type Traits = ReadonlyMap<string | number, number>;

/** Rarity of a word that the model has never met: few texts have it. */
const unmet = 9;
/** Rarity below which a word that names no thing or deed recognises no text. */
const common = 4.5;
/** How much a concept counts beside the word that stands for it: "lamp" is like "lamps" and "Lampe", and not the same. */
const kinship = 0.5;
const [shortest, longest] = [2, 40];
const mostShared = 5;

/** The traits of a text; none where it only has small words and numbers. */
export function traitsOf(words: readonly ReadWord[]): Traits {
  const traits = new Map<string | number, number>();
  for (const { folded, rarity, isTopic, analysis } of words) {
    const weight = rarity === 0 ? unmet : rarity;
    if (folded.length < shortest || folded.length > longest || (weight < common && !isTopic)) continue;
    traits.set(folded, weight);
    if (isTopic) for (const concept of analysis.concepts) traits.set(concept, weight * kinship);
  }
  let squares = 0;
  for (const weight of traits.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  for (const [trait, weight] of traits) traits.set(trait, weight / length);
  return traits;
}

/** The same for all texts that differ only in case, accents, punctuation, spaces and numbers. */
export function wordingOf(text: string, words: readonly ReadWord[]): string {
  // Without any letter the marks are all there is.
  if (words.every(({ folded }) => folded === '#')) return text.trim();
  return words.map(({ folded }) => folded).join(' ');
}

/** The words of a text that others share, the most telling first, at most 5, as they stand in it. */
export function sharedWords(
  text: string,
  words: readonly ReadWord[],
  own: Traits,
  others: readonly Traits[],
): readonly string[] {
  const shared = new Map<string, { readonly word: string; readonly weight: number }>();
  for (const { folded, start, end, analysis } of words) {
    const weight = own.get(folded) ?? 0;
    const isShared = others.some((traits) =>
      [folded, ...analysis.concepts].some((trait) => traits.has(trait)),
    );
    if (weight > 0 && isShared && !shared.has(folded))
      shared.set(folded, { word: text.slice(start, end), weight });
  }
  return [...shared.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostShared)
    .map(({ word }) => word);
}
