import type { ResolutionMonth } from '@campus-desk/contract/campus/analysis/v1/resolution';
import type { Duration } from '@bufbuild/protobuf/wkt';
import { Status, type Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import { toMilliseconds } from '../api/conversions';
import { boundsOf, type TicketList } from '../ticket/list-address';
import type { Words } from '../ui/words';

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
  /** The tickets whose times these are. */
  readonly list: Partial<TicketList>;
};

export type TimeUnit = {
  readonly ms: number;
  readonly word: Word;
};

/** The months of an answer in order, the empty ones empty; of one category, or of all. */
export function toMonthPoints(
  words: Words,
  months: readonly ResolutionMonth[],
  category?: Category,
): MonthPoint[] {
  return months.map((all, index) => {
    const figures = category ? all.byCategory.find((one) => one.category === category) : all;
    return {
      month: all.month,
      word: monthWords(words, all.month, { month: 'short', year: 'numeric' }),
      label: axisLabel(words, all.month, index === 0),
      closedCount: figures?.closedCount ?? 0,
      average: lengthOf(figures?.average),
      median: lengthOf(figures?.median),
      p90: lengthOf(figures?.p90),
      list: {
        status: Status.CLOSED,
        category,
        bounds: boundsOf({ openedFrom: all.openedFrom, openedUntil: all.openedUntil }),
      },
    };
  });
}

/** Hours while all marks are short, else days. */
export function unitFor(points: readonly MonthPoint[]): TimeUnit {
  const longest = Math.max(0, ...points.map(({ p90, average }) => Math.max(p90 ?? 0, average ?? 0)));
  return longest > 3 * DAY
    ? { ms: DAY, word: 'analysis.period.days' }
    : { ms: HOUR, word: 'analysis.period.hours' };
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

/** A month as "2026-10" in words. */
export function monthWords(words: Words, month: string, format: Intl.DateTimeFormatOptions): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return words.date(new Date(year, number - 1, 1), format);
}

function axisLabel(words: Words, month: string, first: boolean): string[] {
  const short = monthWords(words, month, { month: 'short' });
  return first || month.endsWith('-01') ? [short, monthWords(words, month, { year: 'numeric' })] : [short];
}
