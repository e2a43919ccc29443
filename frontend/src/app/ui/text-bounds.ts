import type { Words } from './words';

/** The contract's bounds, in code points. */
export const LONG_LIMIT = 10_000;
export const SHORT_LIMIT = 200;
export const NAME_LIMIT = 80;
export const SEARCH_LIMIT = 200;

export function codePoints(text: string): number {
  let length = 0;
  for (const _ of text) {
    length++;
  }
  return length;
}

/** Whether nothing of a text can be seen: white space, format and control characters, and blank letters. */
export function isBlank(text: string): boolean {
  return /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}

/** By how many characters a text is too long. */
export function overLimit(text: string, limit: number): number {
  return Math.max(codePoints(text.normalize('NFC')) - limit, 0);
}

export function tooLong(words: Words, text: string, limit: number): string {
  const over = overLimit(text, limit);
  return over > 0 ? words.say('ui.tooLong', { over }) : '';
}
