import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const languages = ['de', 'en', 'es', 'fr', 'it'] as const;
export const categories = ['FACILITY_MANAGEMENT', 'TECHNICAL_IT', 'SERVICES_COMPLAINTS'] as const;
export const kinds = ['plain', 'terse', 'noisy', 'long', 'misleading'] as const;
export const voices = ['student', 'professor', 'staff', 'cleaner', 'visitor', 'international'] as const;

/** A text as somebody might report it, with the category that is right. */
export type Sample = {
  readonly language: (typeof languages)[number];
  readonly category: (typeof categories)[number];
  /** How it is written; `misleading` speaks in words of another category. */
  readonly kind: (typeof kinds)[number];
  readonly voice: (typeof voices)[number];
  readonly text: string;
  /** The file it is from: each was written by somebody else. */
  readonly file: string;
};

/**
 * Reads the corpus, or another folder of texts, file by file.
 * @throws Error with file and line of what is no sample
 */
export function readCorpus(folder = join(import.meta.dirname, 'corpus')): readonly Sample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => readSample(line, name, index + 1)),
    );
}

function readSample(line: string, file: string, number: number): Sample {
  try {
    const sample = { language: file.slice(0, 2), ...(JSON.parse(line) as object), file } as Sample;
    const { language, category, kind, voice, text } = sample;
    const isKnown =
      languages.includes(language) &&
      categories.includes(category) &&
      kinds.includes(kind) &&
      voices.includes(voice);
    if (isKnown && text.trim() !== '' && Object.keys(sample).length === 6) return sample;
  } catch {
    // Said below.
  }
  throw new Error(`${file}:${number} is no sample: ${line.slice(0, 80)}`);
}
