import type { CampusClock } from './campus-clock.ts';
import { duration, isDuration } from './duration.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekPattern = /^(\d{1,2})w (mon|tue|wed|thu|fri|sat|sun) ([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether a text is an opening time: `12w mon 08:14` (campus time, 12 weeks before this week) or an age, `35min`. */
export function isOpeningTime(text: string): boolean {
  return weekPattern.test(text) || isDuration(text);
}

/** Turns opening times into instants (ms UTC) at most now: what would lie ahead this week was last week. */
export function openingTimes(now: number, clock: CampusClock): (text: string) => number {
  const today = clock.local(now);
  const sinceMonday = (new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() + 6) % 7;

  return (text) => {
    const [, weeks, weekday, hour, minute] = weekPattern.exec(text) ?? [];
    if (weeks === undefined || weekday === undefined) return now - duration(text);

    const inWeek = (weeksAgo: number) =>
      clock.instant({
        ...today,
        day: today.day - sinceMonday - 7 * weeksAgo + weekdays.indexOf(weekday),
        hour: Number(hour),
        minute: Number(minute),
      });
    const opened = inWeek(Number(weeks));
    return opened <= now ? opened : inWeek(Number(weeks) + 1);
  };
}
