import type { Calibration } from './model.ts';
import type { TextVector } from './text-vector.ts';

const least = 1 / 3;
const most = 0.99;

/**
 * What the confidence in a text's best category depends on: 1, the winner's log odds against the others, the shares of
 * the words and of the runs of letters that the model knows, these by the odds, how many words there are (up to 1 for
 * twelve), how many of them name something (up to 1 for two), and how likely it is in a language that the desk does not know. Nothing at all where no word is known.
 */
export function evidence(
  scores: readonly number[],
  { words, familiarity, strangeness }: TextVector,
): readonly number[] {
  if (!words.some(({ folded, rarity, isConcept }) => folded !== '#' && (rarity > 0 || isConcept))) return [];
  const winner = Math.max(...scores);
  const others = scores.reduce((sum, score) => sum + Math.exp(score - winner), 0) - 1;
  const odds = Math.min(10, -Math.log(Math.max(others, 1e-9)));
  const known = words.filter(({ rarity }) => rarity > 0).length / words.length;
  const strange = 1 / (1 + Math.exp(-strangeness));
  const length = Math.min(1, words.length / 12);
  const topics = Math.min(1, words.filter(({ isTopic }) => isTopic).length / 2);
  return [
    1,
    odds,
    known,
    odds * known,
    familiarity,
    odds * familiarity,
    length,
    topics,
    odds * topics,
    strange,
    odds * strange,
  ];
}

/** How likely the best category is right, by the evidence for it: 1/3 where there is none, never 1. */
export function confidence(evidence: readonly number[], calibration: Calibration): number {
  if (evidence.length === 0) return least;
  const logit = evidence.reduce((sum, value, at) => sum + value * calibration[at]!, 0);
  return Math.min(most, Math.max(least, 1 / (1 + Math.exp(-logit))));
}
