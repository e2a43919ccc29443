import { describe, expect, it } from '@jest/globals';
import { formatPeriod, hoursOf, parsePeriod, periodError, PRESETS, USUAL } from './period';

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
    expect(periodError({ count: Number(''), unit: 'd' })).toBe('analysis.period.notWhole');
    expect(periodError({ count: 1.5, unit: 'd' })).toBe('analysis.period.notWhole');
    expect(periodError({ count: 3653 * 24 + 1, unit: 'h' })).toBe('analysis.period.tooLong');
    expect(periodError({ count: 3653, unit: 'd' })).toBeUndefined();
  });

  it('is so many hours', () => {
    expect(hoursOf({ count: 7, unit: 'd' })).toBe(168);
  });
});
