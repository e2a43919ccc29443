import { describe, expect, it } from '@jest/globals';
import { wordDiff } from './word-diff';

describe('wordDiff', () => {
  it('marks what was removed and what was added, and keeps the rest', () => {
    expect(wordDiff('The lamp is broken', 'The lamp in room 2 is broken')).toEqual([
      { kind: 'same', text: 'The lamp ' },
      { kind: 'added', text: 'in room 2 ' },
      { kind: 'same', text: 'is broken' },
    ]);
  });

  it('takes words that were changed side by side for one change', () => {
    expect(wordDiff('The lamp flickers all day.', 'The lamp is dark now.')).toEqual([
      { kind: 'same', text: 'The lamp ' },
      { kind: 'removed', text: 'flickers all day.' },
      { kind: 'added', text: 'is dark now.' },
    ]);
  });

  it('gives back both texts, whatever changed', () => {
    const [before, after] = ['a b  c\nd e', 'x b c d\n\ne f'];
    const pieces = wordDiff(before, after);
    const without = (kind: string) =>
      pieces
        .filter((piece) => piece.kind !== kind)
        .map((piece) => piece.text)
        .join('');
    expect(without('added')).toBe(before);
    expect(without('removed')).toBe(after);
  });

  it('shows long texts whole instead of comparing every word with every other', () => {
    const long = 'word '.repeat(5_000);
    expect(wordDiff(long, long + 'more').map((piece) => piece.kind)).toEqual(['removed', 'added']);
  });
});
