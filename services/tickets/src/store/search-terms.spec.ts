import { describe, expect, it } from '@jest/globals';
import { parseQuery, termsOf } from './search-terms.ts';

describe('termsOf', () => {
  it.each([
    ['wifi dead 2F', ['wifi', 'dead', '2f']],
    ['Room 2.14', ['room', '2.14', '2', '14']],
    ['PC 7', ['pc', '7']],
    ['Wi-Fi', ['wifi', 'wi', 'fi']],
    ['Übergröße', ['ubergrosse']],
    ["l'ascenseur", ['lascenseur', 'l', 'ascenseur']],
    ['to be or not', ['to', 'be', 'or', 'not']],
    ['🔥 …', []],
  ])('%s', (text, terms) => {
    expect([...termsOf(text)]).toEqual(terms);
  });

  it('knows an endless word by its beginning', () => {
    expect([...termsOf('x'.repeat(10_000))]).toEqual(['x'.repeat(48)]);
  });
});

describe('parseQuery', () => {
  it('takes the last word as a prefix', () => {
    expect(parseQuery('Wi-Fi 2')).toEqual({ terms: ['wifi'], prefix: '2', ticketId: undefined });
  });

  it.each(['1042', '#1042', ' #1042 '])('reads %p as a number too', (text) => {
    expect(parseQuery(text)).toEqual({ terms: [], prefix: '1042', ticketId: 1042 });
  });

  it('asks for nothing when there is no word', () => {
    expect(parseQuery('?!')).toEqual({ terms: [], prefix: undefined, ticketId: undefined });
  });
});
