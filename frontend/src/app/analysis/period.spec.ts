import { describe, expect, it } from '@jest/globals';
import { formatPeriod, hoursOf, parsePeriod, periodError, periodWords, PRESETS, USUAL } from './period';

describe('period', () => {
  it.each([...PRESETS, { count: 1, unit: 'h' as const }, { count: 3653, unit: 'd' as const }])(
    'comes back from the address as it went: %o',
    (period) => {
      expect(parsePeriod(formatPeriod(period))).toEqual(period);
    },
  );

  it.each([undefined, '', '0h', '-3d', '7', '7w', '3654d', '1.5h', '99999999h'])(
    'takes %j for the usual period',
    (text) => {
      expect(parsePeriod(text)).toEqual(USUAL);
    },
  );

  it('says what is wrong with a number', () => {
    expect(periodError({ count: Number(''), unit: 'd' })).toContain('whole number');
    expect(periodError({ count: 1.5, unit: 'd' })).toContain('whole number');
    expect(periodError({ count: 3653 * 24 + 1, unit: 'h' })).toContain('Ten years');
    expect(periodError({ count: 3653, unit: 'd' })).toBe('');
  });

  it('reads as people say it', () => {
    expect(periodWords({ count: 1, unit: 'h' })).toBe('the last hour');
    expect(periodWords({ count: 30, unit: 'd' })).toBe('the last 30 days');
    expect(hoursOf({ count: 7, unit: 'd' })).toBe(168);
  });
});
