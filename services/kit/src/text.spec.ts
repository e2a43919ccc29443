import { create } from '@bufbuild/protobuf';
import { CreateTicketRequestSchema } from '@campus-desk/contract/campus/portal/v1/portal';
import { TicketSchema } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { BadRequestSchema, DebugInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { describe, expect, it } from '@jest/globals';
import { normalizeStrings, normalizeText } from './text.ts';

describe('normalizeText', () => {
  it.each([
    ['composes accents', 'Bu\u0308ro', 'Büro'],
    ['makes line breaks LF', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['keeps tabs and blank lines', 'a\tb\n\n c ', 'a\tb\n\n c '],
    ['removes control characters', 'a\u0000b\u0007c\u007fd\u0085e', 'abcde'],
    ['removes bidirectional overrides', 'a\u202eb\u202dc\u2066d\u2069e', 'abcde'],
    ['keeps marks that name a direction', 'שלום\u200f!', 'שלום\u200f!'],
    ['keeps joined emoji', '👩‍🔬👨‍👩‍👧 🏳️‍🌈', '👩‍🔬👨‍👩‍👧 🏳️‍🌈'],
    ['composes what an override had kept apart', 'e\u202e\u0301', 'é'],
    ['keeps one emoji', '🔥', '🔥'],
    ['keeps a full stop', '.', '.'],
  ])('%s', (_, given, expected) => {
    expect(normalizeText(given)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['spaces and line breaks', ' \t\r\n\u00a0\u3000'],
    ['zero-width characters', '\u200b\u200c\u200d\ufeff\u2060'],
    ['fillers', '\u3164\u115f\u1160\uffa0\u2800'],
    ['a soft hyphen', '\u00ad'],
    ['marks on nothing', '\u0301\u0308'],
    ['overrides and controls', '\u202e\u0000\u2069'],
  ])('takes for empty what shows nothing: %s', (_, given) => {
    expect(normalizeText(given)).toBe('');
  });

  it('changes nothing a second time', () => {
    const alphabet = [
      'e',
      '\u0301',
      '\u202e',
      '\r',
      '\n',
      '\u0000',
      '\u1100',
      '\u1161',
      '\u200d',
      ' ',
      'ﬁ',
      '🔥',
    ];
    let seed = 7;
    for (let round = 0; round < 2_000; round++) {
      const text = Array.from({ length: 6 }, () => {
        seed = (seed * 48_271) % 0x7fffffff;
        return alphabet[seed % alphabet.length]!;
      }).join('');
      const once = normalizeText(text);
      expect(normalizeText(once)).toBe(once);
      expect(once.normalize('NFC')).toBe(once);
    }
  });
});

describe('normalizeStrings', () => {
  it('reaches the strings of nested and repeated fields, and leaves absent ones absent', () => {
    const error = create(BadRequestSchema, {
      fieldViolations: [{ field: 'a\u0000' }, { description: 'b\u202e' }],
    });
    normalizeStrings(BadRequestSchema, error);
    expect(error.fieldViolations).toMatchObject([{ field: 'a' }, { description: 'b' }]);
    const ticket = create(TicketSchema, { categoryWords: ['pri\u0000nter', 'Bu\u0308ro'], version: 3 });
    normalizeStrings(TicketSchema, ticket);
    expect(ticket).toEqual(create(TicketSchema, { categoryWords: ['printer', 'Büro'], version: 3 }));
    const request = create(CreateTicketRequestSchema, { description: 'a', title: ' ' });
    normalizeStrings(CreateTicketRequestSchema, request);
    expect(request.title).toBe('');
    expect(request.location).toBeUndefined();
  });

  it.each([
    ['description', CreateTicketRequestSchema, create(CreateTicketRequestSchema, { description: 'a\ud800' })],
    ['title', CreateTicketRequestSchema, create(CreateTicketRequestSchema, { title: '\udc00b' })],
    [
      'field_violations[1].description',
      BadRequestSchema,
      create(BadRequestSchema, { fieldViolations: [{}, { description: '\ud83d' }] }),
    ],
    ['stack_entries[2]', DebugInfoSchema, create(DebugInfoSchema, { stackEntries: ['a', 'b', '\udfff'] })],
  ])('refuses a lone surrogate by its path: %s', (path, schema, message) => {
    expect(() => normalizeStrings(schema, message)).toThrow(
      `${path}: must be well-formed Unicode, without lone surrogates`,
    );
  });

  it('takes a pair of surrogates', () => {
    const request = create(CreateTicketRequestSchema, { description: '\ud83d\ude00' });
    normalizeStrings(CreateTicketRequestSchema, request);
    expect(request.description).toBe('😀');
  });
});
