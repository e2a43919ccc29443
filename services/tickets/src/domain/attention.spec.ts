import { expect, it } from '@jest/globals';
import { awaitsReply, isUnsure } from './attention.ts';

it.each([
  [null, null, false],
  [null, 'user', true],
  [null, 'helpdesk', false],
  [7, 'user', false],
] as const)(
  'closed at %s, with the last word of %s: waits for the helpdesk: %s',
  (closedAt, lastMessageSide, waits) => {
    expect(awaitsReply({ closedAt, lastMessageSide })).toBe(waits);
  },
);

it.each([
  [null, 'automatic', 0.69, true],
  [null, 'automatic', 0.7, false],
  [null, 'automatic', 1, false],
  [null, 'staff', 0.5, false],
  [7, 'automatic', 0.5, false],
] as const)(
  'closed at %s, filed by %s with a confidence of %s: is unsure: %s',
  (closedAt, categorySource, categoryConfidence, unsure) => {
    expect(isUnsure({ closedAt, categorySource, categoryConfidence })).toBe(unsure);
  },
);
