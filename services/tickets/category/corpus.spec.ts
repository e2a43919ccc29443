import { beforeAll, describe, expect, it } from '@jest/globals';
import { categories, kinds, languages, readCorpus, type Sample } from './corpus.ts';

let corpus: readonly Sample[];

beforeAll(() => {
  corpus = readCorpus();
});

describe('the corpus', () => {
  it('has no text of a language twice, not even in other capitals, accents or punctuation', () => {
    const seen = new Set<string>();
    const twice = corpus.filter(({ language, text }) => {
      const letters = text.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, ' ');
      const key = `${language} ${letters.trim().toLowerCase()}`;
      const isKnown = seen.has(key);
      seen.add(key);
      return isKnown;
    });
    expect(twice.map(({ text }) => text)).toEqual([]);
  });

  it.each(languages)('has at least 600 texts of every category and kind alike: %s', (language) => {
    const own = corpus.filter((sample) => sample.language === language);
    expect(own.length).toBeGreaterThanOrEqual(600);
    for (const kind of kinds) {
      const counts = categories.map(
        (category) => own.filter((sample) => sample.kind === kind && sample.category === category).length,
      );
      expect(Math.min(...counts)).toBeGreaterThan(0.9 * Math.max(...counts) - 1);
    }
  });

  it('holds long texts that are long, and texts that a ticket can hold', () => {
    const words = ({ text }: Sample) => text.split(/\s+/).length;
    const long = corpus.filter(({ kind }) => kind === 'long');
    expect(long.filter((sample) => words(sample) < 80)).toEqual([]);
    expect(corpus.filter(({ text }) => text.length > 10_000)).toEqual([]);
  });
});
