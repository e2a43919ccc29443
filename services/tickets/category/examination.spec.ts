import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { classify } from '../src/category-model.ts';
import { categories as names } from '../src/domain/category/category.ts';
import { categories, languages, readCorpus } from './corpus.ts';
import { accuracy, macroF1 } from './score.ts';

const judged = readCorpus(join(import.meta.dirname, 'examination')).map((sample) => ({
  ...sample,
  right: categories.indexOf(sample.category),
  given: names.indexOf(classify(sample.text).category),
}));

it.each(languages)('is passed in %s', (language) => {
  const own = judged.filter((text) => text.language === language);
  expect(own.length).toBeGreaterThan(100);
  expect(macroF1(own)).toBeGreaterThanOrEqual(language === 'en' ? 0.95 : 0.92);
});

it('is passed where texts mislead', () => {
  expect(accuracy(judged.filter(({ kind }) => kind === 'misleading'))).toBeGreaterThanOrEqual(0.8);
});

it('has no text that the model learned from', () => {
  const learned = new Set(readCorpus().map(({ text }) => text));
  expect(judged.filter(({ text }) => learned.has(text))).toEqual([]);
});
