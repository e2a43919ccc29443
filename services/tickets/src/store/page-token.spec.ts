import { expect, it } from '@jest/globals';
import { decodeToken, encodeToken, listName, PageTokenError } from './page-token.ts';

const list = listName('tickets', ['open'], 'newest');

it('brings the cursor back', () => {
  const cursor = { revision: 7, after: [1_700_000_000_000, 42] };
  expect(decodeToken(list, encodeToken(list, cursor), 2)).toEqual(cursor);
});

it('takes the empty token for the first page', () => {
  expect(decodeToken(list, '', 2)).toBeUndefined();
});

it.each([
  ['of another list', encodeToken(listName('tickets', ['closed'], 'newest'), { revision: 7, after: [1, 2] })],
  ['with too few keys', encodeToken(list, { revision: 7, after: [1] })],
  ['made up', 'bm90IGEgdG9rZW4'],
  ['not even base64', '%%%'],
])('refuses a token %s', (_, token) => {
  expect(() => decodeToken(list, token, 2)).toThrow(PageTokenError);
});
