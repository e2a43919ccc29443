import { expect, it } from '@jest/globals';
import { titleOf } from './title.ts';

it('takes the first line that says something', () => {
  expect(titleOf('\n  The lift is stuck. \nSince Monday.')).toBe('The lift is stuck.');
});

it('passes over lines in which nothing can be seen', () => {
  expect(titleOf('\u200b\u2060\n\u00a0\nThe lift is stuck.')).toBe('The lift is stuck.');
});

it('shortens a long line at a word, within 120 code points', () => {
  const title = titleOf('heating '.repeat(40));
  expect(title).toMatch(/^(heating )+heating…$/);
  expect([...title].length).toBeLessThanOrEqual(120);
});

it('never splits a character', () => {
  expect(titleOf('🔥'.repeat(500))).toBe(`${'🔥'.repeat(119)}…`);
});
