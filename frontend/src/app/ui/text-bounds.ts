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

export function tooLong(text: string, limit: number): string {
  const over = codePoints(text.normalize('NFC')) - limit;
  if (over <= 0) {
    return '';
  }
  const characters = over === 1 ? 'character' : 'characters';
  return `That is ${over.toLocaleString('en')} ${characters} too long.`;
}
