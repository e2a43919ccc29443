import { categories } from './category.ts';
import type { Model } from './model.ts';
import type { ReadWord, TextVector } from './text-vector.ts';

const most = 5;
/** Words that say less than this part of what the strongest says are not named. */
const worthNaming = 0.25;
/** How much a word that names no thing or deed is worth as an explanation. */
const unnamed = 0.5;
/** Rarity below which such a word stands in so many texts that it explains nothing. */
const common = 4.5;
/** Letters of a word that people can read as one. */
const [shortest, longest] = [2, 40];

/** The words that speak most for the winning category against the others, as they stand in the text. */
export function decidingWords(
  text: string,
  vector: TextVector,
  model: Model,
  winner: number,
): readonly string[] {
  const { words } = vector;
  const said = sayings(vector, model, winner).map((value, at) => value * worth(words[at]!));
  const strongest = said.reduce((most, value) => Math.max(most, value), 0);
  const distinct = new Map<string, { readonly word: string; readonly value: number }>();
  for (let at = 0; at < words.length; at++) {
    const end = words[at]!.phraseEnd;
    const value = Math.max(...said.slice(at, end + 1));
    if (value <= 0 || value < worthNaming * strongest) continue;
    const folded = words.slice(at, end + 1).map((word) => word.folded);
    const key = folded.join(' ');
    if (value > (distinct.get(key)?.value ?? 0))
      distinct.set(key, { word: text.slice(words[at]!.start, words[end]!.end), value });
    at = end;
  }
  return [...distinct.values()]
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ word }) => word);
}

/** What each word says for the winner beyond what it says for the others; a feature of two words is shared. */
function sayings(
  { features, values, first, last, words }: TextVector,
  model: Model,
  winner: number,
): number[] {
  const said = words.map(() => 0);
  for (let at = 0; at < features.length; at++) {
    // The weights of a feature sum to nothing: the winner's is what it says against the mean of all.
    const half = (values[at]! * model.weights[features[at]! * categories.length + winner]!) / 2;
    said[first[at]!]! += half;
    said[last[at]!]! += half;
  }
  return said;
}

function worth({ folded, rarity, isConcept, isTopic }: ReadWord): number {
  if (folded.length < shortest || folded.length > longest) return 0;
  if (isTopic) return 1;
  return !isConcept && rarity >= common ? unnamed : 0;
}
