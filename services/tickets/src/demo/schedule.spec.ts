import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemo } from './demo-ticket.ts';
import type { DemoTicket } from './demo-ticket.ts';
import { duration } from './duration.ts';
import { schedule } from './schedule.ts';
import type { DemoStep } from './schedule.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland'];
const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2027-06-01T00:00:00Z');
/** A year and more of nows, of every weekday and hour, over both changes of the clocks and a leap day. */
const nows = [
  ...Array.from({ length: 96 }, (_, index) => start + index * 97.3 * hour),
  ...['2027-10-31T00:59:59Z', '2027-10-31T01:30:00Z', '2028-01-01T00:00:00Z', '2028-02-29T12:00:00Z'].map(
    Date.parse,
  ),
  ...['2028-02-29T23:59:59Z', '2028-03-26T00:59:00Z', '2028-03-26T01:00:00Z', '2028-03-27T00:00:00Z'].map(
    Date.parse,
  ),
];

let demo: readonly DemoTicket[];

beforeAll(async () => {
  demo = await loadDemo(new URL('../../demo/', import.meta.url));
});

const stateAfter = (steps: readonly DemoStep[]) => {
  const types = new Set(steps.map(({ action }) => action.type));
  return types.has('close') ? 'closed' : types.has('activate') ? 'active' : 'open';
};

const byTicket = (steps: readonly DemoStep[]) => [...Map.groupBy(steps, ({ ticket }) => ticket).values()];

describe.each(zones)('the demo year in %s', (zone) => {
  let years: readonly { readonly now: number; readonly steps: readonly DemoStep[] }[];

  beforeAll(() => {
    years = nows.map((now) => ({ now, steps: schedule(demo, now, zone) }));
  });

  const everyNow = (check: (steps: readonly DemoStep[], now: number) => void) => {
    for (const { steps, now } of years) check(steps, now);
  };

  it('is in order and ends by now', () => {
    everyNow((steps, now) => {
      expect(steps.every(({ at }, index) => at <= now && at >= (steps[index - 1]?.at ?? 0))).toBe(true);
    });
  });

  it('opens every ticket, and shows all three states with at least 40 not closed', () => {
    everyNow((steps) => {
      const states = Map.groupBy(byTicket(steps).map(stateAfter), (state) => state);
      const count = (state: 'open' | 'active' | 'closed') => states.get(state)?.length ?? 0;
      expect(count('open') + count('active') + count('closed')).toBe(demo.length);
      expect(count('open')).toBeGreaterThanOrEqual(22);
      expect(count('active')).toBeGreaterThanOrEqual(24);
      expect(count('closed')).toBeGreaterThanOrEqual(90);
      expect(count('open') + count('active')).toBeGreaterThanOrEqual(40);
    });
  });

  it('opens first, activates before it closes, and does nothing afterwards', () => {
    everyNow((steps) => {
      for (const own of byTicket(steps)) {
        const types = own.map(({ action }) => action.type);
        expect(types.indexOf('open')).toBe(0);
        for (const once of ['open', 'activate', 'close']) expect(count(types, once)).toBeLessThanOrEqual(1);
        if (!types.includes('close')) continue;
        expect(types.at(-1)).toBe('close');
        expect(types).toContain('activate');
      }
    });
  });

  it('has a living last week', () => {
    everyNow((steps, now) => {
      const opened = steps.filter(({ action }) => action.type === 'open');
      const since = (ms: number) => opened.filter(({ at }) => at > now - ms).length;
      expect(since(7 * day + hour)).toBeGreaterThanOrEqual(12);
      expect(since(day)).toBeGreaterThanOrEqual(5);
      expect(Math.min(...opened.map(({ at }) => at))).toBeGreaterThan(now - 54 * 7 * day);
    });
  });
});

describe('schedule', () => {
  const ticket = (opened: string, steps: DemoTicket['steps'] = []): DemoTicket => ({
    opened,
    language: 'en',
    about: 'facility',
    description: 'The tap drips',
    steps,
  });
  const times = (entry: DemoTicket, now: string, zone = 'Europe/Berlin') =>
    schedule([entry], Date.parse(now), zone).map(({ at }) => new Date(at).toISOString());

  it.each([
    ['0w mon 08:14', '2027-09-15T12:00:00Z', '2027-09-13T06:14:00.000Z'],
    ['12w mon 08:14', '2027-09-15T12:00:00Z', '2027-06-21T06:14:00.000Z'],
    ['1w fri 17:00', '2027-11-03T12:00:00Z', '2027-10-29T15:00:00.000Z'],
    ['0w wed 14:00', '2027-09-15T12:00:00Z', '2027-09-15T12:00:00.000Z'],
    ['0w wed 14:01', '2027-09-15T12:00:00Z', '2027-09-08T12:01:00.000Z'],
    ['0w sun 23:00', '2027-09-13T00:30:00Z', '2027-09-12T21:00:00.000Z'],
    ['0w sun 02:30', '2028-03-26T12:00:00Z', '2028-03-26T01:30:00.000Z'],
    ['1w tue 09:00', '2028-03-07T12:00:00Z', '2028-02-29T08:00:00.000Z'],
    ['35min', '2027-09-15T12:00:00Z', '2027-09-15T11:25:00.000Z'],
    ['6h40m', '2027-09-15T12:00:00Z', '2027-09-15T05:20:00.000Z'],
  ])('%s at %s in Berlin was %s', (opened, now, expected) => {
    expect(times(ticket(opened), now)).toEqual([expected]);
  });

  it('leaves out what has not happened yet', () => {
    const entry = ticket('2h', [
      { after: '1h', activate: true },
      { after: '3h', close: true },
    ]);
    expect(times(entry, '2027-09-15T12:00:00Z')).toEqual([
      '2027-09-15T10:00:00.000Z',
      '2027-09-15T11:00:00.000Z',
    ]);
  });

  it('gives each step its action, with only the fields that are there', () => {
    const steps = schedule(
      [
        ticket('1d', [
          { after: '1m', activate: true },
          { after: '2m', user: 'Hello', author: 'Ada' },
          { after: '3m', helpdesk: 'Hello' },
          { after: '4m', edit: { location: 'Library' } },
          { after: '5m', category: 'it' },
          { after: '6m', close: true },
        ]),
      ],
      start,
      'UTC',
    );
    expect(steps.map(({ action }) => action)).toEqual([
      { type: 'open', description: 'The tap drips' },
      { type: 'activate' },
      { type: 'post-message', side: 'user', body: 'Hello', authorName: 'Ada' },
      { type: 'post-message', side: 'helpdesk', body: 'Hello' },
      { type: 'update', location: 'Library' },
      { type: 'assign-category', category: 'it' },
      { type: 'close' },
    ]);
  });

  it('refuses an unknown time zone', () => {
    expect(() => schedule([], start, 'Campus/Nowhere')).toThrow(RangeError);
  });

  it('writes the steps of every ticket in the order of their time', () => {
    for (const { steps } of demo) {
      const offsets = steps.map(({ after }) => duration(after));
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    }
  });
});

function count(types: readonly string[], type: string): number {
  return types.filter((other) => other === type).length;
}
