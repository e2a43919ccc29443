import { describe, expect, it } from '@jest/globals';
import {
  choosableMonths,
  formatMonthRange,
  monthAt,
  monthQuestion,
  parseMonthRange,
  type MonthRange,
} from './month-range';

describe('a range of months', () => {
  it.each<[string, MonthRange]>([
    ['24', { last: 24 }],
    ['all', { last: 'all' }],
    ['2025-01..2026-03', { from: '2025-01', to: '2026-03' }],
    ['2026-10..2026-10', { from: '2026-10', to: '2026-10' }],
  ])('is kept in the address as %s', (text, range) => {
    expect(parseMonthRange(text)).toEqual(range);
    expect(formatMonthRange(range)).toBe(text);
  });

  it.each([undefined, '', '0', '-3', '1e3', '2026-03..2025-01', '2026-13..2027-01', '2026-01', '1..2..3'])(
    'is the usual year where the address says %s',
    (text) => {
      expect(parseMonthRange(text)).toEqual({ last: 12 });
    },
  );

  it('asks for the last months with this one among them, over the turn of a year', () => {
    expect(monthQuestion({ last: 12 }, '2026-11')).toEqual({ fromMonth: '2025-12' });
    expect(monthQuestion({ last: 12 }, '2026-12')).toEqual({ fromMonth: '2026-01' });
    expect(monthQuestion({ last: 1 }, '2026-01')).toEqual({ fromMonth: '2026-01' });
  });

  it('asks for all months by naming none', () => {
    expect(monthQuestion({ last: 'all' }, '2026-11')).toEqual({});
  });

  it('knows the month of the campus, which is not always that of the device', () => {
    const newYear = new Date('2026-12-31T23:30:00Z');
    expect(monthAt(newYear, 'Europe/Rome')).toBe('2027-01');
    expect(monthAt(newYear, 'UTC')).toBe('2026-12');
  });

  it('offers ten years, and more where more is looked at', () => {
    const offered = choosableMonths('2026-03', '2020-01');
    expect(offered[0]).toEqual({ year: '2026', months: ['2026-03', '2026-02', '2026-01'] });
    expect(offered.flatMap(({ months }) => months)).toHaveLength(120);
    expect(choosableMonths('2026-03', '1999-12').at(-1)).toEqual({ year: '1999', months: ['1999-12'] });
  });
});
