/** A moment as clocks on campus show it; month 1 to 12. */
export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

/** Reads and sets clocks of one time zone. */
export type CampusClock = {
  /** What the clocks show at an instant (ms UTC). */
  readonly local: (at: number) => LocalTime;
  /** The instant (ms UTC) when they show a time: days may overflow; a time skipped by summer time is an hour later. */
  readonly instant: (time: LocalTime) => number;
};

/** The clock of an IANA time zone; RangeError for an unknown one. */
export function campusClock(timeZone: string): CampusClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });

  const local = (at: number): LocalTime => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? NaN;
    return {
      year: part('year'),
      month: part('month'),
      day: part('day'),
      hour: part('hour'),
      minute: part('minute'),
    };
  };

  const offset = (at: number) => asUtc(local(at)) - Math.floor(at / 60_000) * 60_000;

  const instant = (time: LocalTime): number => {
    const wanted = asUtc(time);
    const guess = wanted - offset(wanted);
    const better = wanted - offset(guess);
    return asUtc(local(better)) === wanted ? better : Math.max(guess, better);
  };

  return { local, instant };
}

function asUtc({ year, month, day, hour, minute }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}
