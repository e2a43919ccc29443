import {
  durationFromMs,
  durationMs,
  timestampFromMs,
  timestampMs,
  type Timestamp,
} from '@bufbuild/protobuf/wkt';
import type { GetBacklogResponse } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import {
  categories,
  followed,
  histories,
  snapshotOf,
  type KnownTicket,
} from '../../analysis/test/histories.ts';
import { BacklogModel } from './backlog-model.ts';
import { backlog, backlogChangesAt, backlogDated, backlogKey } from './backlog.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const tenYears = 3_653 * day;
const periods = [1, 999, minute, hour, hour + 1, day, 7 * day, 45 * day, tenYears];

const count = (model: BacklogModel, period: number, now: number) =>
  backlog(model, { last: durationFromMs(period) }, now);

const ask = (model: BacklogModel, period: number, now: number) =>
  backlogDated(count(model, period, now), { last: durationFromMs(period) }, now);

const modelOf = (tickets: readonly KnownTicket[]) => {
  const model = new BacklogModel();
  for (const part of snapshotOf(tickets)) model.add(part);
  return model;
};

const ticket = (id: number, openedAt: number): KnownTicket => ({
  id: BigInt(id),
  openedAt,
  openingMonth: '1970-01',
  status: Status.OPEN,
  category: Category.TECHNICAL_IT,
  isAssigned: false,
  closedAt: undefined,
});

/** Compares an answer with a count over all tickets. */
const expectRecount = (
  answer: GetBacklogResponse,
  tickets: readonly KnownTicket[],
  period: number,
  now: number,
) => {
  const counted = tickets.filter((it) => it.status !== Status.CLOSED && now - it.openedAt <= period);
  const byCategory = (some: readonly KnownTicket[]) =>
    categories.map((category) => ({
      category,
      count: some.filter((it) => it.category === category).length,
    }));
  const bounds = answer.ages.map(({ from }) => durationMs(from!));
  expect(bounds).toEqual([...new Set([0, ...bounds])].sort((a, b) => a - b));
  expect(answer).toMatchObject({
    count: counted.length,
    byStatus: [Status.OPEN, Status.ACTIVE].map((status) => ({
      status,
      count: counted.filter((it) => it.status === status).length,
    })),
    byCategory: byCategory(counted),
    ages: bounds.map((from, index) => {
      const until = bounds[index + 1] ?? period;
      const isLast = index === bounds.length - 1;
      const members = counted.filter(({ openedAt }) => {
        const age = Math.max(now - openedAt, 0);
        return age >= from && (age < until || (isLast && age === until));
      });
      return {
        from: durationFromMs(from),
        until: durationFromMs(until),
        count: members.length,
        byCategory: byCategory(members),
      };
    }),
  });
};

/** How many tickets each number of an answer lists by its bounds, and what it says. */
const listed = ({ ages, ...answer }: GetBacklogResponse, tickets: readonly KnownTicket[]) =>
  [{ ...answer, openedUntil: undefined }, ...ages].flatMap(
    ({ count, byCategory, openedFrom, openedUntil }) => {
      const members = tickets.filter(
        ({ status, openedAt }) => status !== Status.CLOSED && isWithin(openedAt, openedFrom!, openedUntil),
      );
      const ofCategory = byCategory.map((said) => ({
        said: said.count,
        count: members.filter(({ category }) => category === said.category).length,
      }));
      return [{ said: count, count: members.length }, ...ofCategory];
    },
  );

const isWithin = (time: number, from: Timestamp, until: Timestamp | undefined) =>
  time >= timestampMs(from) && (until === undefined || time < timestampMs(until));

type Asked = number | { readonly ticket: number; readonly beyond: number };

/** Periods of any length, and such as end beside the opening of a ticket, counted from the latest. */
const anyPeriod: Arbitrary<Asked> = fc.oneof(
  fc.constantFrom(...periods),
  fc.integer({ min: minute, max: tenYears }),
  fc.record({ ticket: fc.nat(5), beyond: fc.constantFrom(-1, 0, 1) }),
);

describe('the backlog', () => {
  it('is that of the tickets, from whatever snapshot it began and after every step, for every period', () => {
    const questions = fc.array(
      fc.record({ asked: anyPeriod, wait: fc.oneof(fc.constant(0), fc.nat(100 * day)) }),
      { minLength: 1, maxLength: 2 },
    );
    const periodOf = (asked: Asked, tickets: readonly KnownTicket[], now: number) => {
      if (typeof asked === 'number') return asked;
      const { openedAt } = tickets.at(-1 - asked.ticket) ?? { openedAt: now };
      return Math.max(now - openedAt + asked.beyond, 1);
    };
    fc.assert(
      fc.property(histories, questions, (history, all) => {
        for (const from of [0, history.late])
          for (const state of followed(() => new BacklogModel(), history, from))
            for (const { asked, wait } of all) {
              const { model, tickets } = state;
              const now = state.now + wait;
              const period = periodOf(asked, tickets, now);
              const answer = ask(model, period, now);
              expectRecount(answer, tickets, period, now);
              expect(answer.openedFrom).toEqual(timestampFromMs(now - period));
              const numbers = listed(answer, tickets);
              expect(numbers.map((it) => it.count)).toEqual(numbers.map((it) => it.said));
            }
      }),
    );
  });

  it('counts a ticket opened exactly that long ago, and none that is a millisecond older', () => {
    const model = modelOf([ticket(1, 5_000)]);
    for (const period of periods) {
      expect(ask(model, period, 5_000 + period)).toMatchObject({ count: 1 });
      expect(ask(model, period, 5_000 + period).ages.at(-1)).toMatchObject({ count: 1 });
      expect(ask(model, period, 5_001 + period)).toMatchObject({ count: 0 });
    }
  });

  it('counts a ticket of a clock that is ahead as the youngest', () => {
    const tickets = [ticket(1, 9_000)];
    expectRecount(ask(modelOf(tickets), hour, 5_000), tickets, hour, 5_000);
  });

  it('takes a period too short for a clock as a millisecond', () => {
    const answer = backlog(modelOf([ticket(1, 5_000)]), { last: { ...durationFromMs(0), nanos: 1 } }, 5_000);
    expect(answer.count).toBe(1);
    expect(answer.ages).toHaveLength(1);
  });
});

describe('the groups of ages', () => {
  it.each(periods)('follow each other without a gap over a period of %d ms', (period) => {
    const { ages, openedFrom } = ask(new BacklogModel(), period, tenYears);
    expect(ages.map((group) => group.openedUntil)).toEqual([
      undefined,
      ...ages.slice(0, -1).map((group) => group.openedFrom),
    ]);
    expect(ages.at(-1)!.openedFrom).toEqual(openedFrom);
  });
});

describe('the next moment at which the backlog changes by itself', () => {
  it('is the first at which the answer differs', () => {
    const now = 400 * day;
    /** Of any order of magnitude; some are of the future, and some just change their group. */
    const age = fc.oneof(
      fc.integer({ min: -hour, max: 2 * hour }),
      fc.nat(400 * day),
      fc.constantFrom(...periods.flatMap((period) => [period, period + 1])),
    );
    fc.assert(
      fc.property(fc.array(age, { maxLength: 3 }), fc.constantFrom(...periods), (ages, period) => {
        const model = modelOf(ages.map((it, id) => ticket(id, now - it)));
        const at = backlogChangesAt(model, { last: durationFromMs(period) }, now);
        expect(at !== undefined).toBe(ages.some((it) => it <= period));
        if (at === undefined) return;
        expect(at).toBeGreaterThan(now);
        expect(count(model, period, at - 1)).toEqual(count(model, period, now));
        expect(count(model, period, at)).not.toEqual(count(model, period, now));
      }),
      { numRuns: 500 },
    );
  });

  it('does not come without tickets', () => {
    expect(backlogChangesAt(new BacklogModel(), { last: durationFromMs(day) }, 0)).toBeUndefined();
  });
});

it('equal periods are the same question, others are not', () => {
  const keys = periods.map((period) => backlogKey({ last: durationFromMs(period) }));
  expect(new Set(keys).size).toBe(periods.length);
  expect(periods.map((period) => backlogKey({ last: durationFromMs(period) }))).toEqual(keys);
});
