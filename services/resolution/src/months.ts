/** How many months a month as `2026-10` lies after January of year 0. */
export function monthNumber(month: string): number {
  const [year = 0, ofYear = 1] = month.split('-').map(Number);
  return year * 12 + ofYear - 1;
}

/** Every month from one to another, both included, as `2026-10`. */
export function monthRange(from: string, to: string): readonly string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => monthName(first + index));
}

/** The month that a time (ms UTC) lies in, as `2026-10`. @param timeZone an IANA name */
export function monthAt(time: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}`;
}

function monthName(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}
