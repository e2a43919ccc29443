import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CampusCalendar } from './campus-calendar.ts';

const hour = 3_600_000;

describe('a campus calendar', () => {
  it.each([
    ['Europe/Rome', '2026-09-30T21:59:59.999Z', '2026-09-30', '2026-09'],
    ['Europe/Rome', '2026-09-30T22:00:00.000Z', '2026-10-01', '2026-10'],
    ['UTC', '2024-02-29T23:59:59.999Z', '2024-02-29', '2024-02'],
    ['America/Los_Angeles', '2027-01-01T07:59:59.999Z', '2026-12-31', '2026-12'],
    ['Pacific/Auckland', '2026-10-31T11:00:00.000Z', '2026-11-01', '2026-11'],
  ])('%s has in %s the day %s of %s', (timeZone, time, day, month) => {
    const calendar = new CampusCalendar(timeZone);
    expect(calendar.dayAt(Date.parse(time)).name).toBe(day);
    expect(calendar.monthAt(Date.parse(time)).name).toBe(month);
  });

  it.each([
    ['Europe/Rome', '2026-03-29', 23],
    ['Europe/Rome', '2026-10-25', 25],
    ['America/Santiago', '2026-09-06', 23],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Asia/Kathmandu', '2026-10-25', 24],
  ])('%s has on %s a day of %d hours', (timeZone, day, hours) => {
    const { name, from, until } = new CampusCalendar(timeZone).dayAt(Date.parse(`${day}T12:00:00Z`));
    expect({ name, hours: (until - from) / hour }).toEqual({ name: day, hours });
  });

  it('knows the bounds of a month by its name', () => {
    expect(new CampusCalendar('Europe/Rome').month('2026-10')).toEqual({
      name: '2026-10',
      from: Date.parse('2026-09-30T22:00:00Z'),
      until: Date.parse('2026-10-31T23:00:00Z'),
    });
  });

  it('has days without gaps that end with the present one', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Rome', 'America/Santiago', 'Pacific/Auckland');
    const times = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(zones, times, fc.integer({ min: 1, max: 100 }), (zone, now, count) => {
        const calendar = new CampusCalendar(zone);
        const days = calendar.daysUpTo(now, count);
        expect(days).toHaveLength(count);
        expect(days.at(-1)).toEqual(calendar.dayAt(now));
        for (const [index, day] of days.entries()) {
          expect(calendar.dayAt(day.from)).toEqual(day);
          expect(calendar.dayAt(day.until - 1)).toEqual(day);
          expect(days[index + 1]?.from ?? day.until).toBe(day.until);
        }
      }),
    );
  });

  it('refuses a time zone that is none', () => {
    expect(() => new CampusCalendar('Atlantis/Main')).toThrow(RangeError);
  });
});
