// `node services/tickets/category/measure.ts`: how often the classifier is right on the corpus, by language and kind.
import { classify } from '../src/domain/category/classify.ts';
import { kinds, languages, readCorpus, type Sample } from './corpus.ts';

const names = {
  facility: 'FACILITY_MANAGEMENT',
  it: 'TECHNICAL_IT',
  services: 'SERVICES_COMPLAINTS',
} as const;
const corpus = readCorpus().map((sample) => ({
  ...sample,
  isRight: names[classify(sample.text).category] === sample.category,
}));

console.table(
  Object.fromEntries(
    [...languages, 'all'].map((language) => {
      const own = corpus.filter((sample) => language === 'all' || sample.language === language);
      return [language, { texts: own.length, ...shares(own) }];
    }),
  ),
);

function shares(samples: readonly (Sample & { isRight: boolean })[]): Record<string, string> {
  const share = (some: readonly { isRight: boolean }[]) =>
    `${((100 * some.filter(({ isRight }) => isRight).length) / some.length).toFixed(1)} %`;
  const ofKind = (kind: string) => samples.filter((sample) => sample.kind === kind);
  return { right: share(samples), ...Object.fromEntries(kinds.map((kind) => [kind, share(ofKind(kind))])) };
}
