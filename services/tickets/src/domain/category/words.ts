import { fold } from './fold.ts';

/** A word of a text: folded (a number is `#`), and where it stands (UTF-16 offsets, end exclusive). */
export type Word = {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Whether a full stop, comma or line break parts it from the word before. */
  readonly opensClause: boolean;
};

/** The words of a text in order; apostrophes, hyphens and points part words, letters and digits too. */
export function words(text: string): readonly Word[] {
  const found: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const opensClause = start > last + 1 && /[.,;:!?\n()–—]/.test(text.slice(last, start));
    found.push({ folded: foldWord(match[0]), start, end, opensClause: last === 0 || opensClause });
    last = end;
  }
  return found;
}

function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return /^\p{N}/u.test(word) ? '#' : fold(word);
}
