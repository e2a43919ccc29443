import { describe, expect, it } from '@jest/globals';
import { beginningOf, dayAt } from './day-span';

describe('a day of a date field', () => {
  it.each(['2026-11-21', '2026-03-29', '2026-12-31', '2028-02-29'])('comes back as it was: %s', (day) => {
    expect(dayAt(beginningOf(day))).toBe(day);
    expect(dayAt(beginningOf(day, 1), 1)).toBe(day);
  });

  it('ends where the next one begins, also at the end of a year', () => {
    expect(beginningOf('2026-12-31', 1)).toBe(beginningOf('2027-01-01'));
  });

  it('is none where nothing was chosen, or a time within a day', () => {
    expect(beginningOf('')).toBeUndefined();
    expect(dayAt(undefined)).toBe('');
    expect(dayAt(new Date(2026, 10, 21, 12).getTime())).toBe('');
  });
});
