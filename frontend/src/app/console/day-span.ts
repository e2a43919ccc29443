/** A day as a date field writes it: 2026-11-21. Days begin at midnight where the reader is. */
export type Day = string;

/** The beginning of a day, or of the one so many days after it, in milliseconds; undefined for no day. */
export function beginningOf(day: Day, after = 0): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  const time = new Date(year ?? NaN, (month ?? NaN) - 1, (date ?? NaN) + after).getTime();
  return Number.isNaN(time) ? undefined : time;
}

/** The day that begins at a time, or so many days before it; '' where none begins then. */
export function dayAt(time: number | undefined, before = 0): Day {
  if (time === undefined) {
    return '';
  }
  const at = new Date(time);
  const begins = new Date(at.getFullYear(), at.getMonth(), at.getDate());
  if (begins.getTime() !== time) {
    return '';
  }
  begins.setDate(begins.getDate() - before);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${begins.getFullYear()}-${two(begins.getMonth() + 1)}-${two(begins.getDate())}`;
}
