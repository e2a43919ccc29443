import { expect, it } from '@jest/globals';
import { monthsIn } from './calendar-month.ts';

it.each([
  ['Europe/Rome', '2026-09-30T21:59:59.999Z', '2026-09'],
  ['Europe/Rome', '2026-09-30T22:00:00.000Z', '2026-10'],
  ['UTC', '2026-09-30T23:59:59.999Z', '2026-09'],
  ['America/Los_Angeles', '2027-01-01T07:59:59.999Z', '2026-12'],
  ['Pacific/Auckland', '2026-10-31T11:00:00.000Z', '2026-11'],
])('%s has %s in %s', (timeZone, time, month) => {
  expect(monthsIn(timeZone)(Date.parse(time))).toBe(month);
});
