// `node services/tickets/category/measure.ts [FOLDER]`: how often the classifier of the ticket service is right on texts that it
// did not learn from, by language and kind: those of the examination, or of another folder in the format of the corpus.
import { join } from 'node:path';
import { classify } from '../src/category-model.ts';
import { categories as names } from '../src/domain/category/category.ts';
import { categories, kinds, languages, readCorpus } from './corpus.ts';
import { accuracy, macroF1 } from './score.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, 'examination');
const texts = readCorpus(folder).map(({ language, kind, category, text }) => {
  const { category: given, confidence } = classify(text);
  return { language, kind, right: categories.indexOf(category), given: names.indexOf(given), confidence };
});
const groups = [...languages, ...kinds].map(
  (name) => [name, texts.filter(({ language, kind }) => language === name || kind === name)] as const,
);
console.table(
  Object.fromEntries(
    [['all', texts] as const, ...groups]
      .filter(([, own]) => own.length > 0)
      .map(([name, own]) => [
        name,
        {
          texts: own.length,
          'right %': percent(accuracy(own)),
          'macro-F1 %': percent(macroF1(own)),
          'confidence %': percent(own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length),
        },
      ]),
  ),
);

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
