import type { CampusClock } from './campus-clock.ts';
import { duration, isDuration } from './duration.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekPattern = /^(\d{1,2})w (mon|tue|wed|thu|fri|sat|sun) ([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether a text is an opening time: `12w mon 08:14` (campus time, 12 weeks before this week) or an age, `35min`. */
export function isOpeningTime(text: string): boolean {
  return weekPattern.test(text) || isDuration(text);
}

/** The weekday (0 for Monday) and the time on the clock of an opening time; undefined for an age. */
export function weekdayAndTime(
  text: string,
): { readonly weekday: number; readonly hour: number; readonly minute: number } | undefined {
  const [, , weekday, hour, minute] = weekPattern.exec(text) ?? [];
  if (weekday === undefined) return undefined;
  return { weekday: weekdays.indexOf(weekday), hour: Number(hour), minute: Number(minute) };
}

/** Turns opening times into instants (ms UTC) at most now: what would lie ahead this week was last week. */
export function openingTimes(now: number, clock: CampusClock): (text: string) => number {
  const today = clock.local(now);
  const sinceMonday = (new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() + 6) % 7;

  return (text) => {
    const shown = weekdayAndTime(text);
    if (shown === undefined) return now - duration(text);
    const { weekday, hour, minute } = shown;
    const weeks = Number.parseInt(text);
    const inWeek = (weeksAgo: number) =>
      clock.instant({ ...today, day: today.day - sinceMonday - 7 * weeksAgo + weekday, hour, minute });
    const opened = inWeek(weeks);
    return opened <= now ? opened : inWeek(weeks + 1);
  };
}
