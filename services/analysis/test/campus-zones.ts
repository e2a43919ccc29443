/** A time zone and moments there at which calendars are got wrong, in order. */
export type CampusZone = { readonly timeZone: string; readonly turns: readonly number[] };

/** Ends of months and years, nights in which the clocks change, and leap days, with the offsets that hold then. */
export const campusZones: readonly CampusZone[] = [
  {
    timeZone: 'Europe/Rome',
    turns: [
      '2027-03-28T02:00+01:00',
      '2027-04-01T00:00+02:00',
      '2027-10-31T03:00+02:00',
      '2027-11-01T00:00+01:00',
      '2028-01-01T00:00+01:00',
      '2028-02-29T00:00+01:00',
      '2028-03-01T00:00+01:00',
    ],
  },
  {
    timeZone: 'America/New_York',
    turns: [
      '2027-03-14T02:00-05:00',
      '2027-11-01T00:00-04:00',
      '2027-11-07T02:00-04:00',
      '2027-12-01T00:00-05:00',
      '2028-01-01T00:00-05:00',
      '2028-02-29T00:00-05:00',
      '2028-03-01T00:00-05:00',
    ],
  },
  {
    timeZone: 'Asia/Kathmandu',
    turns: [
      '2027-09-01T00:00+05:45',
      '2028-01-01T00:00+05:45',
      '2028-02-01T00:00+05:45',
      '2028-02-29T00:00+05:45',
      '2028-03-01T00:00+05:45',
    ],
  },
  {
    timeZone: 'Pacific/Auckland',
    turns: [
      '2027-04-01T00:00+13:00',
      '2027-04-04T03:00+13:00',
      '2027-05-01T00:00+12:00',
      '2027-09-26T02:00+12:00',
      '2027-10-01T00:00+13:00',
      '2028-01-01T00:00+13:00',
      '2028-02-29T00:00+13:00',
      '2028-03-01T00:00+13:00',
    ],
  },
].map(({ timeZone, turns }) => ({ timeZone, turns: turns.map((turn) => Date.parse(turn)) }));

/** Answers the day that a calendar on campus shows at a time (ms UTC); not the way in which the services find it. */
export function campusDates(timeZone: string): (time: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (time) => format.format(time);
}

/** Answers the month that it shows. */
export function campusCalendar(timeZone: string): (time: number) => string {
  const dateOf = campusDates(timeZone);
  return (time) => dateOf(time).slice(0, 7);
}
