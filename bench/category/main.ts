// Measures how long it takes to classify a text, beside the two baselines: `npm run bench:category`.
import { readCorpus } from '../../services/tickets/category/corpus.ts';
import { classifyByKeywords } from '../../services/tickets/category/keyword-list/classify.ts';
import { naiveBayes } from '../../services/tickets/category/naive-bayes.ts';
import { prepare } from '../../services/tickets/category/train-model.ts';
import { classify } from '../../services/tickets/src/category-model.ts';
import { load, machine } from '../desk/conditions.ts';

const lengths = ['5 words', '20 words', '100 words', '1000 words', '10000 characters'] as const;
const textsPerLength = 200;
const rounds = 15;

const corpus = readCorpus();
/** Learning takes time and changes nothing of what an answer takes. */
const bayes = naiveBayes(prepare(corpus.filter((_, at) => at % 5 === 0)).prepared);
/** Words of all five languages as people wrote them, text after text. */
const words = corpus.flatMap(({ text }) => text.split(/\s+/));

const contenders: Readonly<Record<string, (text: string) => unknown>> = {
  'the desk (category, confidence, words)': classify,
  'naive Bayes (category)': bayes,
  'keyword list (category)': classifyByKeywords,
};

process.stdout.write(`\n- machine: ${machine()}\n- load average (1 / 5 min) at the start: ${load()}\n`);
process.stdout.write(
  `- ${rounds} rounds over ${textsPerLength} different texts of each length, one thread; where the machine is busy with\n` +
    `  other things, the fastest round says more than the median\n\n`,
);
process.stdout.write(
  '| text | classifier | µs a text, median | fastest | texts a second, median |\n| --- | --- | ---: | ---: | ---: |\n',
);
for (const length of lengths) {
  const texts = Array.from({ length: textsPerLength }, (_, number) => textOf(length, number));
  for (const [name, contender] of Object.entries(contenders)) {
    const times = Array.from({ length: rounds }, () => round(texts, contender)).sort((a, b) => a - b);
    const [fastest, median] = [times[0]!, times[Math.floor(rounds / 2)]!];
    const cells = [length, name, median.toFixed(1), fastest.toFixed(1), (1e6 / median).toFixed(0)];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}
process.stdout.write(`\nLoad average (1 / 5 min) at the end: ${load()}\n`);

function textOf(length: string, number: number): string {
  const count = Number.parseInt(length);
  const start = (number * 1_777) % (words.length - 10_000);
  const isWords = length.endsWith('words');
  const text = words.slice(start, start + count).join(' ');
  return isWords ? text : text.slice(0, count);
}

/** Microseconds a text. */
function round(texts: readonly string[], contender: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of texts) contender(text);
  return ((performance.now() - start) * 1000) / texts.length;
}
