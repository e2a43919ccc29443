import { beforeAll, describe, expect, it } from '@jest/globals';
import { campusClock } from './campus-clock.ts';
import { loadDemo, type DemoTicket } from './demo-ticket.ts';
import { lives, type Life, type Plan } from './lives.ts';
import { weekdayAndTime } from './opening-time.ts';

const zone = 'Europe/Berlin';
const clock = campusClock(zone);
const plan: Plan = { tickets: 5_000, months: 6, seed: 1, until: Date.parse('2026-10-31T13:00:00Z') };

let demo: readonly DemoTicket[];
beforeAll(async () => {
  demo = await loadDemo(new URL('../../demo/', import.meta.url));
});

const made = (given: Partial<Plan> = {}) => [...lives(demo, { ...plan, ...given }, clock)];
const openedAt = (life: Life) => life[0]!.at;

describe('made up lives', () => {
  it('are the same for the same plan, and others for another', () => {
    expect(made()).toEqual(made());
    expect(made({ seed: 2 })).not.toEqual(made());
  });

  it.each([
    { tickets: 1, months: 1 },
    { tickets: 7, months: 1 },
    { tickets: 999, months: 13 },
  ])('are as many as were asked for: %j', (given) => {
    expect(made(given)).toHaveLength(given.tickets);
  });

  it('open in order, from the first day to the end of the day before the last, as the campus knows them', () => {
    const times = made().map(openedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    // 31 April is 1 May.
    expect(times[0]).toBeGreaterThanOrEqual(Date.parse('2026-05-01T00:00:00+02:00'));
    expect(times[0]).toBeLessThan(Date.parse('2026-05-02T00:00:00+02:00'));
    expect(times.at(-1)).toBeGreaterThanOrEqual(Date.parse('2026-10-30T00:00:00+01:00'));
    expect(times.at(-1)).toBeLessThan(Date.parse('2026-10-31T00:00:00+01:00'));
  });

  it('depend on the day of the end, not on its hour', () => {
    expect(made({ until: Date.parse('2026-10-31T00:00:00+01:00') })).toEqual(made());
    expect(made({ until: Date.parse('2026-10-31T23:59:59+01:00') })).toEqual(made());
  });

  it('open with the opening, and go forward', () => {
    for (const life of made()) {
      expect(life.map(({ action }) => action.type).indexOf('open')).toBe(0);
      expect(life.every(({ at }, index) => at >= (life[index - 1]?.at ?? 0))).toBe(true);
    }
  });

  it('are closed but for a few, and tell of every demo ticket', () => {
    const all = made({ tickets: 50_000, months: 12 });
    const ends = all.filter((life) => life.some(({ action }) => action.type === 'close')).length;
    expect(1 - ends / all.length).toBeCloseTo(0.002, 3);
    const texts = all.map(([opening]) => opening?.action.type === 'open' && opening.action.description);
    // Of the 50 that are not closed only some come up among 150 lives.
    expect(new Set(texts).size).toBeGreaterThan(0.9 * demo.length);
  });

  it('are reported in one sentence of the demo ticket, and one in four has messages', () => {
    const all = made();
    for (const [opening] of all) {
      const description = opening?.action.type === 'open' ? opening.action.description : '';
      expect(description).toMatch(/^\S/);
      expect(description).not.toMatch(/[.!?] |\n/);
      expect(demo.some((ticket) => ticket.description.startsWith(description))).toBe(true);
    }
    const saysSomething = ({ steps }: DemoTicket) => steps.some(({ user, helpdesk }) => user ?? helpdesk);
    const talking = all.filter((life) => life.some(({ action }) => action.type === 'post-message'));
    expect(talking.length / all.length).toBeCloseTo(
      0.25 * (demo.filter(saysSomething).length / demo.length),
      1,
    );
  });

  it('open on the weekdays and at the hours of the demo year, each about as often', () => {
    const opened = made().map((life) => clock.local(openedAt(life)));
    const share = <T>(things: readonly T[], holds: (thing: T) => boolean) =>
      things.filter(holds).length / things.length;
    const shown = demo.flatMap(({ opened: text }) => weekdayAndTime(text) ?? []);
    for (let weekday = 0; weekday < 7; weekday++)
      expect(
        share(
          opened,
          (at) => (new Date(Date.UTC(at.year, at.month - 1, at.day)).getUTCDay() + 6) % 7 === weekday,
        ),
      ).toBeCloseTo(
        share(shown, (at) => at.weekday === weekday),
        1,
      );
    for (let hour = 0; hour < 24; hour++)
      expect(share(opened, (at) => at.hour === hour)).toBeCloseTo(
        share(shown, (at) => at.hour === hour),
        1,
      );
  });

  it('take each their own time', () => {
    const lasted = made().flatMap((life) => {
      const end = life.at(-1)!;
      return end.action.type === 'close' ? [end.at - openedAt(life)] : [];
    });
    expect(new Set(lasted).size).toBeGreaterThan(0.9 * lasted.length);
  });
});
