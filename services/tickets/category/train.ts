// `npm run category:train`: learns the category model from the corpus, measures it on texts that it did not learn from,
// and writes the model and report.md. The same corpus and settings give the same bytes.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { concepts } from '../src/domain/category/concepts.ts';
import { Classifier } from '../src/domain/category/classifier.ts';
import { writeModel, type Model } from '../src/domain/category/model.ts';
import { calibrationOf, crossCalibrated } from './calibrated.ts';
import { categories, readCorpus } from './corpus.ts';
import { foldsOf } from './folds.ts';
import { foreign } from './foreign.ts';
import { heldOut, sparsely } from './held-out.ts';
import { classifyByKeywords } from './keyword-list/classify.ts';
import { naiveBayes } from './naive-bayes.ts';
import { report, type Row, type SureRow } from './report.ts';
import { settings } from './softmax-regression.ts';
import { prepare, trainModel, type Prepared } from './train-model.ts';

const parts = [1 / 8, 1 / 4, 1 / 2];
const modelFile = join(import.meta.dirname, '../src/domain/category/model.bin');

const say = (what: string) =>
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}\n`);

const corpus = readCorpus();
const examination = readCorpus(join(import.meta.dirname, 'examination'));
say(`reading ${corpus.length} texts`);
const { numbers, prepared } = prepare(corpus);
const strangers = foreign.map((text) => ({ text, features: numbers.read(text) }));
const strangeFeatures = strangers.map(({ features }) => features);
const folds = foldsOf(prepared, 5);

say('cross-validation');
const { rows, foreign: abroad } = heldOut(prepared, folds, numbers, strangers);
say('cross-validation by file');
const files = [...new Set(corpus.map(({ file }) => writerOf(file)))];
const byWriter = heldOut(
  prepared,
  corpus.map(({ file }) => files.indexOf(writerOf(file))),
  numbers,
  strangers,
).rows;
say('learning curve');
const curve = parts.map((part) => ({
  part,
  rows: heldOut(prepared, folds, numbers, strangers, part).rows,
  examined: examine(trainModel(sparsely(prepared, part), strangeFeatures, numbers)),
}));
say('baselines');
const bayes = bayesOf(prepared);
const keywords = prepared.map(({ sample, right }) => ({
  sample,
  right,
  ...classifyByKeywords(sample.text),
}));

say('the model');
const version = createHash('sha256')
  .update(JSON.stringify([corpus, foreign, settings, describeConcepts()]))
  .digest('hex')
  .slice(0, 12);
const model: Model = {
  ...trainModel(prepared, strangeFeatures, numbers, version),
  calibration: calibrationOf(rows, abroad),
};
const bytes = writeModel(model);
writeFileSync(modelFile, bytes);
writeFileSync(
  join(import.meta.dirname, 'report.md'),
  report({
    version,
    features: model.features,
    bytes: bytes.length,
    model: crossCalibrated(rows, rows, abroad),
    byWriter,
    bayes,
    keywords,
    foreign: crossCalibrated(abroad, rows, abroad),
    curve: [...curve, { part: 1, rows, examined: examine(model) }],
  }),
);
say(`model ${version}, ${bytes.length} bytes, and report.md are written`);

/** The number in `fr-2.jsonl`: leaving out all second files leaves out what five people wrote. */
function writerOf(file: string): string {
  return /-(\d+)/.exec(file)?.[1] ?? '1';
}

/** What a model says of the texts that nobody learns from. */
function examine(model: Model): readonly Row[] {
  const classifier = new Classifier(model);
  return examination.map((sample) => {
    const scores = classifier.scores(classifier.read(sample.text));
    return {
      sample,
      right: categories.indexOf(sample.category),
      given: scores.indexOf(Math.max(...scores)),
    };
  });
}

function bayesOf(texts: readonly Prepared[]): readonly SureRow[] {
  return [...new Set(folds)].flatMap((fold) => {
    const classify = naiveBayes(texts.filter((_, at) => folds[at] !== fold));
    return texts
      .filter((_, at) => folds[at] === fold)
      .map(({ sample, right }) => ({ sample, right, ...classify(sample.text) }));
  });
}

function describeConcepts(): unknown {
  return Object.values(concepts).map((part) => (part instanceof Map ? [...part] : part));
}
