import { beforeEach, describe, expect, it } from '@jest/globals';
import { categoryModel } from '../../category-model.ts';
import { categories, type Category } from './category.ts';
import { LearningClassifier } from './learning-classifier.ts';

describe('a classifier that learns', () => {
  const text = 'The hologram table in the visualisation lab is foggy';
  let classifier: LearningClassifier;
  let revision = 0;
  const teach = (ticketId: number, taught: string, category: Category) => {
    classifier.learn({ ticketId, since: ++revision, text: taught, category });
  };

  beforeEach(() => {
    classifier = new LearningClassifier(categoryModel);
  });

  it('says what the model says until it is taught', () => {
    for (const some of [text, 'wifi dead 2F', '', '🔥'])
      expect(classifier.classify(some)).toEqual(categoryModel.classify(some));
    teach(1, 'Cold soup at the canteen again', 'services');
    expect(classifier.classify(text)).toEqual(categoryModel.classify(text));
  });

  it.each(['facility', 'it', 'services'] as const)('gives the same text %s when staff did', (category) => {
    teach(1, text, category);
    for (const same of [text, 'the HOLOGRAM table, in the visualisation-lab is foggy!!', `\n ${text} `]) {
      const found = classifier.classify(same);
      expect(found).toMatchObject({ category, confidence: 0.95 });
      expect(found.words.map((word) => word.toLowerCase())).toContain('hologram');
      for (const word of found.words) expect(same).toContain(word);
    }
  });

  it('knows texts without letters by their marks', () => {
    teach(1, '👍👍', 'services');
    expect(classifier.classify('👍👍')).toMatchObject({ category: 'services', words: [] });
    expect(classifier.classify('🙈')).toEqual(categoryModel.classify('🙈'));
  });

  it('names what a similar text shares with the lesson that has moved it', () => {
    const similar = 'Hologram table, visualisation lab: foggy yesterday';
    const scores = categoryModel.scores(categoryModel.read(similar));
    const second = categories[scores.indexOf(scores.toSorted((a, b) => b - a)[1]!)]!;
    teach(1, text, second);
    const { category, words } = classifier.classify(similar);
    expect(category).toBe(second);
    expect(words).toContain('Hologram');
    expect(words).not.toContain('yesterday');
  });

  it('unlearns a ticket whose text is no longer the one that staff judged', () => {
    teach(1, text, 'services');
    teach(1, '', 'services');
    expect(classifier.classify(text)).toEqual(categoryModel.classify(text));
  });
});
