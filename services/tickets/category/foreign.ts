import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Texts in languages that the desk does not know, in none, and that say nothing: the classifier must be unsure of them.
 * `foreign.jsonl` has one a line, with its language if it has one.
 */
export const foreign: readonly string[] = readFileSync(join(import.meta.dirname, 'foreign.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);
