import { describe, expect, it } from '@jest/globals';
import { categories, type Category } from '../src/domain/category/category.ts';
import { Classifier } from '../src/domain/category/classifier.ts';
import { LearningClassifier } from '../src/domain/category/learning-classifier.ts';
import { readCorpus } from './corpus.ts';
import { foldsOf } from './folds.ts';
import { foreign } from './foreign.ts';
import { shuffled } from './random.ts';
import { prepare, trainModel, type Prepared } from './train-model.ts';

/** How many corrections somebody makes who means harm. */
const corrections = 500;

/** Every so many texts of the corpus are enough. */
const every = 6;

describe('wilful wrong corrections', () => {
  const { numbers, prepared } = prepare(readCorpus().filter((_, at) => at % every === 0));
  const strangers = foreign.map((text) => numbers.read(text));
  const folds = foldsOf(prepared, 3);
  const of = (fold: number) => prepared.filter((_, at) => folds[at] === fold);
  const [attacked, judged] = [of(1), of(2)];
  const model = new Classifier(trainModel(of(0), strangers, numbers));
  const other = (right: number) => (right + 1) % categories.length;
  const short = attacked.toSorted((a, b) => a.sample.text.length - b.sample.text.length);
  const untaught = accuracy(new LearningClassifier(model));

  function accuracy(classifier: LearningClassifier): number {
    const right = judged.filter(
      ({ sample, right }) => classifier.classify(sample.text).category === categories[right],
    );
    return (100 * right.length) / judged.length;
  }

  function teach(classifier: LearningClassifier, texts: readonly (readonly [string, Category])[]): void {
    texts.forEach(([text, category], at) => {
      classifier.learn({ ticketId: at, since: at, text, category });
    });
  }

  function attack(texts: readonly Prepared[], wrong: (right: number) => number): readonly number[] {
    const classifier = new LearningClassifier(model);
    const attackedTexts = texts.slice(0, corrections);
    expect(attackedTexts).toHaveLength(corrections);
    const give = (category: (right: number) => number) =>
      attackedTexts.map(({ sample, right }) => [sample.text, categories[category(right)]!] as const);
    teach(classifier, give(wrong));
    const during = accuracy(classifier);
    teach(
      classifier,
      give((right) => right),
    );
    return [during, accuracy(classifier)];
  }

  it.each([
    ['of any texts', Array.from(shuffled(attacked.length, 1), (at) => attacked[at]!), other],
    ['of the shortest texts', short, other],
    ['of short texts, all to one category', short.filter(({ right }) => right !== 2), () => 2],
  ])('%s move nothing else, and are gone when they are reverted', (_, texts, wrong) => {
    const [during, after] = attack(texts, wrong);
    expect(during).toBeGreaterThan(untaught - 1);
    expect(during).toBeLessThan(untaught + 1);
    expect(after).toBeGreaterThanOrEqual(untaught - 0.1);
  });

  it('of the commonest words move nothing else', () => {
    const classifier = new LearningClassifier(model);
    const words = [
      'wifi',
      'door broken',
      'light',
      'heating',
      'printer',
      'no internet',
      'porta rotta',
      'wlan',
    ];
    teach(
      classifier,
      Array.from({ length: corrections }, (_, at) => [words[at % words.length]!, 'services'] as const),
    );
    expect(classifier.classify('WiFi!').category).toBe('services');
    expect(accuracy(classifier)).toBeGreaterThan(untaught - 1);
  });

  it('hold for the same text, until they are reverted', () => {
    const classifier = new LearningClassifier(model);
    const text = 'Water drips through the ceiling of the reading room';
    expect(classifier.classify(text).category).toBe('facility');
    classifier.learn({ ticketId: 1, since: 1, text, category: 'services' });
    expect(classifier.classify(text).category).toBe('services');
    classifier.learn({ ticketId: 1, since: 2, text, category: 'facility' });
    expect(classifier.classify(text).category).toBe('facility');
  });
});
