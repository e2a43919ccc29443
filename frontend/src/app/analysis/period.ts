import type { Word } from '../../i18n/translation';

export type PeriodUnit = 'h' | 'd';

/** A length of time up to now, as people choose it: so many hours or days. */
export type Period = {
  readonly count: number;
  readonly unit: PeriodUnit;
};

export const PRESETS: readonly Period[] = [
  { count: 24, unit: 'h' },
  { count: 7, unit: 'd' },
  { count: 30, unit: 'd' },
];

export const USUAL: Period = { count: 7, unit: 'd' };

const HOURS_OF: Readonly<Record<PeriodUnit, number>> = { h: 1, d: 24 };
/** The contract's longest period: ten years. */
const MOST_HOURS = 3653 * 24;

export function hoursOf({ count, unit }: Period): number {
  return count * HOURS_OF[unit];
}

/** "7d" in the address; anything else, or nothing, is the usual period. */
export function parsePeriod(text: string | undefined): Period {
  const [, digits, unit] = /^(\d{1,6})([hd])$/.exec(text ?? '') ?? [];
  const period: Period = { count: Number(digits), unit: unit === 'h' ? 'h' : 'd' };
  return digits && periodError(period) === undefined ? period : USUAL;
}

export function formatPeriod({ count, unit }: Period): string {
  return `${count}${unit}`;
}

/** What is wrong with a period that somebody typed. */
export function periodError(period: Period): Word | undefined {
  if (!Number.isInteger(period.count) || period.count < 1) {
    return 'analysis.period.notWhole';
  }
  return hoursOf(period) > MOST_HOURS ? 'analysis.period.tooLong' : undefined;
}
