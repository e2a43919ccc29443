import { Temporal } from 'temporal-polyfill';

/** A day, as `2026-10-25`, or a month, as `2026-10`, of a campus. */
export type CalendarPeriod = {
  readonly name: string;
  /** When it begins, in ms UTC. */
  readonly from: number;
  /** When the next one begins. */
  readonly until: number;
};

/** In milliseconds. */
const utcDayLength = 86_400_000;

/** Days and months as a campus has them: those of summer time are an hour shorter and longer. */
export class CampusCalendar {
  /** An IANA name. */
  readonly timeZone: string;
  /** The days asked for so far, by the days of UTC that they lie in. */
  readonly #days = new Map<number, readonly CalendarPeriod[]>();
  #month: CalendarPeriod | undefined;
  /** The months asked for so far, by their names. */
  readonly #months = new Map<string, CalendarPeriod>();

  /** @param timeZone an IANA name, as `Europe/Rome`. @throws RangeError for an unknown one */
  constructor(timeZone: string) {
    this.timeZone = timeZone;
    this.#dateAt(0);
  }

  /** The day that a time (ms UTC) lies in. */
  dayAt(time: number): CalendarPeriod {
    const utcDay = Math.floor(time / utcDayLength);
    const known = this.#days.get(utcDay) ?? [];
    const found = known.find((day) => holds(day, time));
    if (found !== undefined) return found;
    const day = this.#dayOn(this.#dateAt(time));
    this.#days.set(utcDay, [...known, day]);
    return day;
  }

  /** The month that a time (ms UTC) lies in. */
  monthAt(time: number): CalendarPeriod {
    if (!holds(this.#month, time)) this.#month = this.#monthOf(this.#dateAt(time).toPlainYearMonth());
    return this.#month;
  }

  /** A month by its name, as `2026-10`. */
  month(name: string): CalendarPeriod {
    const month = this.#months.get(name) ?? this.#monthOf(Temporal.PlainYearMonth.from(name));
    this.#months.set(name, month);
    return month;
  }

  /** So many days in their order, the last of them the one that a time (ms UTC) lies in. */
  daysUpTo(time: number, count: number): readonly CalendarPeriod[] {
    const days = [this.dayAt(time)];
    while (days.length < count) days.unshift(this.dayAt(days[0]!.from - 1));
    return days;
  }

  #dateAt(time: number): Temporal.PlainDate {
    return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(this.timeZone).toPlainDate();
  }

  #dayOn(date: Temporal.PlainDate): CalendarPeriod {
    return { name: date.toString(), from: this.#startOf(date), until: this.#startOf(date.add({ days: 1 })) };
  }

  #monthOf(month: Temporal.PlainYearMonth): CalendarPeriod {
    const [first, next] = [month, month.add({ months: 1 })].map((it) => it.toPlainDate({ day: 1 }));
    return { name: month.toString(), from: this.#startOf(first!), until: this.#startOf(next!) };
  }

  #startOf(date: Temporal.PlainDate): number {
    return date.toZonedDateTime(this.timeZone).epochMilliseconds;
  }
}

function holds(period: CalendarPeriod | undefined, time: number): period is CalendarPeriod {
  return period !== undefined && period.from <= time && time < period.until;
}
