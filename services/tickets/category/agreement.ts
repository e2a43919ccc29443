// `node services/tickets/category/agreement.ts`: how far the second labelling agrees with the first, by language and kind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { categories, kinds, languages, readCorpus, type Sample } from './corpus.ts';

type Label = Pick<Sample, 'language' | 'category' | 'text'>;
type Pair = Sample & { readonly second: Label['category'] };

const first = new Map(readCorpus().map((sample) => [keyOf(sample), sample]));
const pairs = readFileSync(join(import.meta.dirname, 'second-labels.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Pair => {
    const label = JSON.parse(line) as Label;
    const sample = first.get(keyOf(label));
    if (sample === undefined) throw new Error(`The corpus has no such text: ${label.text.slice(0, 80)}`);
    return { ...sample, second: label.category };
  });

console.table(
  Object.fromEntries(
    ['all', ...languages, ...kinds].map((name) => [
      name,
      agreement(pairs.filter(({ language, kind }) => [language, kind, 'all'].includes(name))),
    ]),
  ),
);
for (const { text, category, second } of pairs)
  if (category !== second) console.log(`${category}, ${second}: ${text}`);

/** The share of equal labels, and Cohen's kappa (1960): how much of what chance leaves open is agreed on. */
function agreement(some: readonly Pair[]) {
  const share = (of: (pair: Pair) => boolean) => some.filter(of).length / some.length;
  const equal = share(({ category, second }) => category === second);
  const byChance = categories.reduce(
    (sum, name) => sum + share(({ category }) => category === name) * share(({ second }) => second === name),
    0,
  );
  const kappa = (equal - byChance) / (1 - byChance);
  return { texts: some.length, 'equal %': (100 * equal).toFixed(1), kappa: kappa.toFixed(3) };
}

function keyOf({ language, text }: Pick<Sample, 'language' | 'text'>): string {
  return `${language} ${text}`;
}
