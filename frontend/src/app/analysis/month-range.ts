/** Months to look at: the last so many up to now, some from one to another (both included), or all. */
export type MonthRange = MonthPreset | { readonly from: string; readonly to: string };
export type MonthPreset = { readonly last: number } | { readonly last: 'all' };

export const MONTH_PRESETS: readonly MonthPreset[] = [{ last: 12 }, { last: 24 }, { last: 'all' }];

const USUAL: MonthRange = { last: 12 };
const MONTH = /^[0-9]{4}-(0[1-9]|1[0-2])$/;
/** How many years of months there are to choose from. */
const YEARS = 10;

/** "24", "all" or "2025-01..2026-03" in the address; anything else, or nothing, is the usual year. */
export function parseMonthRange(text: string | undefined): MonthRange {
  if (text === 'all') {
    return { last: 'all' };
  }
  if (/^[1-9]\d{0,2}$/.test(text ?? '')) {
    return { last: Number(text) };
  }
  const [from = '', to = '', ...rest] = text?.split('..') ?? [];
  return rest.length === 0 && MONTH.test(from) && MONTH.test(to) && from <= to ? { from, to } : USUAL;
}

export function formatMonthRange(range: MonthRange): string {
  return 'from' in range ? `${range.from}..${range.to}` : String(range.last);
}

/** What to ask for, in the month (as "2026-10") that it is now. */
export function monthQuestion(
  range: MonthRange,
  now: string,
): { readonly fromMonth?: string; readonly toMonth?: string } {
  if ('from' in range) {
    return { fromMonth: range.from, toMonth: range.to };
  }
  return range.last === 'all' ? {} : { fromMonth: monthsBefore(now, range.last - 1) };
}

/** The month that it is at a time, as "2026-10"; without a time zone, the one of this device. */
export function monthAt(time: Date, timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', timeZone });
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}`;
}

/** The months to choose from by year, the latest first: ten years, and all back to one that is looked at. */
export function choosableMonths(now: string, earliest: string): { year: string; months: string[] }[] {
  const usual = monthsBefore(now, 12 * YEARS - 1);
  const first = earliest < usual ? earliest : usual;
  const months: string[] = [];
  for (let month = now; month >= first; month = monthsBefore(month, 1)) {
    months.push(month);
  }
  const byYear = Map.groupBy(months, (month) => month.slice(0, 4));
  return [...byYear].map(([year, ofYear]) => ({ year, months: ofYear }));
}

function monthsBefore(month: string, count: number): string {
  const [year = 0, ofYear = 1] = month.split('-').map(Number);
  const number = Math.max(year * 12 + ofYear - 1 - count, 0);
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
