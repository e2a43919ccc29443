import createClassifier from 'wink-naive-bayes-text-classifier';
import { fold } from '../src/domain/category/fold.ts';
import type { Guess } from './score.ts';
import type { Prepared } from './train-model.ts';

/** A baseline: a library's multinomial naive Bayes over words, with the odds that it gives as its confidence. */
export function naiveBayes(texts: readonly Prepared[]): (text: string) => Guess {
  const bayes = createClassifier();
  bayes.definePrepTasks([(text: string) => text.match(/\p{L}+/gu)?.map(fold) ?? []]);
  bayes.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  for (const { sample, right } of texts) bayes.learn(sample.text, String(right));
  bayes.consolidate();
  return (text) => {
    // Binary logarithms of the odds, the best first; `unknown` with 0 where it knows no word.
    const [[category, odds]] = bayes.computeOdds(text);
    return { given: Number(category) || 0, confidence: odds === 0 ? 1 / 3 : 1 / (1 + 2 ** -odds) };
  };
}
