import type { ResolutionMonth } from '@campus-desk/contract/campus/analysis/v1/resolution';
import type { Duration } from '@bufbuild/protobuf/wkt';
import { toMilliseconds } from '../api/conversions';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type MonthPoint = {
  readonly month: string;
  /** "Oct 2026" */
  readonly word: string;
  /** For the axis, in lines: the year stands under the first month of it. */
  readonly label: string[];
  readonly closedCount: number;
  /** In milliseconds; null where nothing was closed: empty, never zero. */
  readonly average: number | null;
  readonly median: number | null;
  readonly p90: number | null;
};

export type TimeUnit = {
  readonly ms: number;
  readonly word: string;
};

/** The months of an answer in order, the empty ones empty. */
export function toMonthPoints(months: readonly ResolutionMonth[]): MonthPoint[] {
  return months.map(({ month, closedCount, average, median, p90 }, index) => ({
    month,
    word: monthWords(month, { month: 'short', year: 'numeric' }),
    label: axisLabel(month, index === 0),
    closedCount,
    average: lengthOf(average),
    median: lengthOf(median),
    p90: lengthOf(p90),
  }));
}

/** Hours while all marks are short, else days. */
export function unitFor(points: readonly MonthPoint[]): TimeUnit {
  const longest = Math.max(0, ...points.map(({ p90, average }) => Math.max(p90 ?? 0, average ?? 0)));
  return longest > 3 * DAY ? { ms: DAY, word: 'days' } : { ms: HOUR, word: 'hours' };
}

/** The first of the last twelve months up to this one, as "2025-12". */
export function elevenMonthsBefore(now: Date): string {
  const first = new Date(now.getFullYear(), now.getMonth() - 11, 1);
  return `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, '0')}`;
}

/** The average over all months, each month weighing as many tickets as were closed. */
export function overallAverage(points: readonly MonthPoint[]): number | null {
  const closed = points.reduce((sum, { closedCount }) => sum + closedCount, 0);
  const total = points.reduce((sum, { average, closedCount }) => sum + (average ?? 0) * closedCount, 0);
  return closed === 0 ? null : total / closed;
}

function lengthOf(length: Duration | undefined): number | null {
  return length ? toMilliseconds(length) : null;
}

function monthWords(month: string, format: Intl.DateTimeFormatOptions): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat('en-US', format).format(new Date(year, number - 1, 1));
}

function axisLabel(month: string, first: boolean): string[] {
  const short = monthWords(month, { month: 'short' });
  return first || month.endsWith('-01') ? [short, monthWords(month, { year: 'numeric' })] : [short];
}
