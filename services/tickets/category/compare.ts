// `node services/tickets/category/compare.ts`: families of models on the same five folds (docs/decisions/0008-category-model.md).
import { categories, kinds, readCorpus } from './corpus.ts';
import { foldsOf } from './folds.ts';
import { classifyByKeywords } from './keyword-list/classify.ts';
import { naiveBayes } from './naive-bayes.ts';
import { accuracy, macroF1 } from './score.ts';
import { learn, logLoss, score, type Gradient } from './softmax-regression.ts';
import { Rarities } from './sparse.ts';
import { prepare, type Prepared } from './train-model.ts';

/** Learns from texts; answers what gives a text's category by number. */
type Family = (texts: readonly Prepared[]) => (text: Prepared) => number;

/** The gradient of a linear support vector machine: the best wrong category has to stay one behind. */
const hinge: Gradient = (scores, right) => {
  const rivals = categories.map((_, category) => category).filter((category) => category !== right);
  const rival = rivals.reduce((best, next) => (scores[next]! > scores[best]! ? next : best));
  const isBehind = scores[right]! - scores[rival]! >= 1;
  scores.fill(0);
  if (isBehind) return;
  scores[right] = -1;
  scores[rival] = 1;
};

const { numbers, prepared } = prepare(readCorpus());
const folds = foldsOf(prepared, 5);

const linear =
  (gradient: Gradient, families: readonly number[]): Family =>
  (texts) => {
    const only = ({ features }: Prepared) =>
      features.filter((at) => families.includes(numbers.families[at]!));
    const rarities = new Rarities(texts.map(only), numbers);
    const vectors = texts.map((text) => rarities.vector(only(text)));
    const rights = texts.map(({ right }) => right);
    const weights = learn(vectors, rights, numbers.hashes.length, gradient);
    return (text) => {
      const scores = score(rarities.vector(only(text)), weights);
      return scores.indexOf(Math.max(...scores));
    };
  };

const families: Readonly<Record<string, Family>> = {
  'keyword list': () => (text) => classifyByKeywords(text.sample.text).given,
  'naive Bayes, words': (texts) => {
    const classify = naiveBayes(texts);
    return (text) => classify(text.sample.text).given;
  },
  'softmax regression, words': linear(logLoss, [0]),
  'softmax regression, words and letters': linear(logLoss, [0, 1]),
  'softmax regression, concepts': linear(logLoss, [2]),
  'linear SVM, words, letters, concepts': linear(hinge, [0, 1, 2]),
  'softmax regression, words, letters, concepts': linear(logLoss, [0, 1, 2]),
};

for (const [name, family] of Object.entries(families)) {
  const rows = [0, 1, 2, 3, 4].flatMap((fold) => {
    const classify = family(prepared.filter((_, at) => folds[at] !== fold));
    return prepared
      .filter((_, at) => folds[at] === fold)
      .map((text) => ({ kind: text.sample.kind, right: text.right, given: classify(text) }));
  });
  const percents = kinds.map((kind) => percent(accuracy(rows.filter((row) => row.kind === kind))));
  process.stdout.write(
    `| ${[name, percent(accuracy(rows)), percent(macroF1(rows)), ...percents].join(' | ')} |\n`,
  );
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
