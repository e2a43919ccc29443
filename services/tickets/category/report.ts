import { categories, kinds, languages, type Sample } from './corpus.ts';
import {
  accuracy,
  calibrationError,
  confusion,
  macroF1,
  reliability,
  type Bin,
  type Guess,
  type Judgement,
} from './score.ts';

/** A text's category as a classifier gave it that never saw the text. */
export type Row = Judgement & { readonly sample: Sample };

/** One with the classifier's confidence. */
export type SureRow = Row & Guess;

/** All that the report shows. */
export type Findings = {
  readonly version: string;
  readonly features: number;
  readonly bytes: number;
  readonly model: readonly SureRow[];
  readonly byWriter: readonly Row[];
  readonly bayes: readonly SureRow[];
  readonly keywords: readonly SureRow[];
  readonly foreign: readonly { readonly confidence: number }[];
  /** By the part of the corpus that was learned from: what was said of the corpus' other texts, and of the examination. */
  readonly curve: readonly {
    readonly part: number;
    readonly rows: readonly Row[];
    readonly examined: readonly Row[];
  }[];
};

const thresholds = [0.5, 0.6, 0.7, 0.8];

const percent = (share: number) => (Number.isNaN(share) ? '–' : (100 * share).toFixed(1));
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** The report, in Markdown. */
export function report(found: Findings): string {
  const { model, bayes, keywords } = found;
  const classifiers = { model, 'naive Bayes': bayes, 'keyword list': keywords };
  return `# The category model, measured

Written by \`npm run category:train\`. Model ${found.version}: ${found.features} features, ${found.bytes} bytes, learned from
${model.length} texts. Every number is of texts that the model which classified them never saw: five folds, near-duplicates
in one. The corpus is harder than tickets are: a quarter of it was written to mislead.

## Right, and macro-F1 (both in %)

${sections(found)}

"By file" leaves out one file of each language after the other, which somebody else wrote, and learns from less.

## Which category was given instead (rows: right)

${table(
  ['', ...Object.keys(classifiers).flatMap((name) => categories.map((category) => `${name}: ${category}`))],
  categories.map((category, right) => [
    category,
    ...Object.values(classifiers).flatMap((rows) => confusion(rows)[right]!),
  ]),
)}

## Confidence

Each text's confidence comes from a curve that was fitted without its fold; naive Bayes' is the odds that it gives, the
keyword list's the share of the words' weight. In the columns of each: texts / mean confidence in % / right in %.

${calibrationTable(classifiers)}

What a mark on all tickets below a confidence would show to staff, and how many of ${found.foreign.length} texts in other languages or
in none, to which the curve was not fitted either (their mean confidence is ${percent(mean(found.foreign))} %):

${thresholdTable(found)}

## Learning curve: % right by the part of the corpus learned from

In the last two columns of the examination, an independent writer's texts, by models that learned from as large a part of all
texts; the others are the corpus' own, of which models saw four fifths of the part.

${curveTable(found.curve)}
`;
}

function sections({ model, byWriter, bayes, keywords }: Findings): string {
  const columns = [model, byWriter, bayes, keywords];
  const group = (name: string, test: (sample: Sample) => boolean) => ({
    name,
    test: (row: Row) => test(row.sample),
  });
  const groups = [
    group('all', () => true),
    ...languages.map((own) => group(own, ({ language }) => language === own)),
    ...kinds.map((own) => group(own, ({ kind }) => kind === own)),
    ...languages.map((own) =>
      group(`${own}, misleading`, ({ language, kind }) => language === own && kind === 'misleading'),
    ),
  ];
  const cell = (rows: readonly Row[]) => `${percent(accuracy(rows))} / ${percent(macroF1(rows))}`;
  return table(
    ['', 'texts', 'model', 'by file', 'naive Bayes', 'keyword list'],
    groups.map(({ name, test }) => [
      name,
      model.filter(test).length,
      ...columns.map((rows) => cell(rows.filter(test))),
    ]),
  );
}

function calibrationTable(classifiers: Readonly<Record<string, readonly SureRow[]>>): string {
  const all = Object.values(classifiers).map((rows) => reliability(rows));
  const tenths = [...new Set(all.flat().map(({ from }) => from))].sort((a, b) => a - b);
  const cell = (bins: readonly Bin[], from: number) => {
    const bin = bins.find((other) => other.from === from);
    return bin === undefined ? '–' : `${bin.texts} / ${percent(bin.confidence)} / ${percent(bin.accuracy)}`;
  };
  return table(
    ['confidence', ...Object.keys(classifiers)],
    [
      ...tenths.map((from) => [`from ${from.toFixed(1)}`, ...all.map((bins) => cell(bins, from))]),
      ['expected calibration error', ...all.map((bins) => percent(calibrationError(bins)))],
    ],
  );
}

function thresholdTable({ model, foreign }: Findings): string {
  return table(
    [
      'marked below',
      'texts marked',
      'of these right',
      'of all others right',
      'of the wrong ones marked',
      'of the foreign',
    ],
    thresholds.map((threshold) => {
      const isMarked = ({ confidence }: { readonly confidence: number }) => confidence < threshold;
      const [marked, others] = [model.filter(isMarked), model.filter((row) => !isMarked(row))];
      const wrong = model.filter(({ given, right }) => given !== right);
      return [
        threshold,
        percent(marked.length / model.length),
        percent(accuracy(marked)),
        percent(accuracy(others)),
        percent(wrong.filter(isMarked).length / wrong.length),
        percent(foreign.filter(isMarked).length / foreign.length),
      ];
    }),
  );
}

function curveTable(curve: Findings['curve']): string {
  const columns = [...languages, ...kinds];
  return table(
    ['part', 'texts', 'all', ...columns, 'examination', 'examination, misleading'],
    curve.map(({ part, rows, examined }) => [
      part,
      Math.round(part * 0.8 * rows.length),
      percent(accuracy(rows)),
      ...columns.map((name) =>
        percent(accuracy(rows.filter(({ sample }) => sample.language === name || sample.kind === name))),
      ),
      percent(accuracy(examined)),
      percent(accuracy(examined.filter(({ sample }) => sample.kind === 'misleading'))),
    ]),
  );
}

function mean(texts: readonly { readonly confidence: number }[]): number {
  return texts.reduce((sum, { confidence }) => sum + confidence, 0) / texts.length;
}
