/** Answers the calendar month that a time (ms UTC) lies in, as `2026-10`. */
export type MonthOf = (time: number) => string;

/** Months in a time zone. @param timeZone an IANA name, as `Europe/Rome` */
export function monthsIn(timeZone: string): MonthOf {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}`;
  };
}
