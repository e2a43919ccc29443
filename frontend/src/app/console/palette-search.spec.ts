import { describe, expect, it } from '@jest/globals';
import { foundBy } from './palette-search';

const entry = (text: string, kind: string) => ({ text, kind, icon: 'all', run: () => undefined });
const all = [entry('Offen', 'Ansichten'), entry('Schließen', 'Ticket #1042'), entry('Français', 'Sprache')];

describe('foundBy', () => {
  const found = (typed: string) => foundBy(typed, all).map(({ text }) => text);

  it('finds everything before anything is typed', () => {
    expect(found(' ')).toHaveLength(3);
  });

  it.each([
    ['off', 'Offen'],
    ['SCHL tick', 'Schließen'],
    ['francais', 'Français'],
    ['1042', 'Schließen'],
  ])('finds by the beginnings of words: %s', (typed, text) => {
    expect(found(typed)).toEqual([text]);
  });

  it('wants every word', () => {
    expect(found('offen sprache')).toEqual([]);
  });
});
