import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { durationFromMs, durationMs } from '@bufbuild/protobuf/wkt';
import { GetBacklogResponseSchema } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { describe, expect, it } from '@jest/globals';
import {
  RandomHistory,
  randomNumbers,
  snapshotOf,
  type KnownTicket,
} from '../../analysis/test/random-history.ts';
import { BacklogModel } from './backlog-model.ts';
import { backlog, backlogChangesAt } from './backlog.ts';

const hour = 3_600_000;
const day = 24 * hour;
const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];
const periods = [1, 999, hour, hour + 1, day, 7 * day, 45 * day, 3_653 * day];

const ask = (model: BacklogModel, period: number, now: number) =>
  create(
    GetBacklogResponseSchema,
    backlog(model, { last: durationFromMs(period) }, now) as MessageInitShape<
      typeof GetBacklogResponseSchema
    >,
  );

const modelOf = (tickets: readonly KnownTicket[]) => {
  const model = new BacklogModel();
  for (const part of snapshotOf(tickets)) model.add(part);
  return model;
};

const ticket = (id: number, openedAt: number, more: Partial<KnownTicket> = {}): KnownTicket => ({
  id: BigInt(id),
  openedAt,
  openingMonth: '1970-01',
  status: Status.OPEN,
  category: Category.TECHNICAL_IT,
  closedAt: undefined,
  ...more,
});

/** Compares an answer with a count over all tickets. */
const expectRecount = (model: BacklogModel, tickets: readonly KnownTicket[], period: number, now: number) => {
  const answer = ask(model, period, now);
  const counted = tickets.filter((it) => it.status !== Status.CLOSED && now - it.openedAt <= period);
  const count = (wanted: (it: KnownTicket) => boolean) => counted.filter(wanted).length;
  expect(answer.count).toBe(counted.length);
  expect(answer.byStatus.map((it) => [it.status, it.count])).toEqual(
    [Status.OPEN, Status.ACTIVE].map((status) => [status, count((it) => it.status === status)]),
  );
  expect(answer.byCategory.map((it) => [it.category, it.count])).toEqual(
    categories.map((category) => [category, count((it) => it.category === category)]),
  );
  let covered = 0;
  for (const [index, group] of answer.ages.entries()) {
    const [from, until] = [durationMs(group.from!), durationMs(group.until!)];
    expect(from).toBe(covered);
    covered = until;
    const isLast = index === answer.ages.length - 1;
    const within = (it: KnownTicket) => {
      const age = Math.max(now - it.openedAt, 0);
      return age >= from && (age < until || (isLast && age === until));
    };
    expect(group.count).toBe(count(within));
    expect(group.byCategory.map((it) => [it.category, it.count])).toEqual(
      categories.map((category) => [category, count((it) => it.category === category && within(it))]),
    );
  }
  expect(covered).toBe(period);
};

describe('the backlog', () => {
  it('is that of the tickets, from whatever snapshot, after every change, for every period', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const end = 60 * day;
      const { changes, states } = new RandomHistory(seed, { start: 0, end, length: 50, timeZone: 'UTC' });
      const begin = (seed * 13) % 50;
      const model = modelOf(states[begin]!);
      for (const [index, change] of changes.slice(begin).entries()) {
        model.apply(change);
        const tickets = states[begin + index + 1]!;
        for (const period of periods) expectRecount(model, tickets, period, end + index * hour);
      }
    }
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
    expectRecount(modelOf([ticket(1, 9_000)]), [ticket(1, 9_000)], hour, 5_000);
  });

  it('takes a period too short for a clock as a millisecond', () => {
    const answer = backlog(modelOf([ticket(1, 5_000)]), { last: { ...durationFromMs(0), nanos: 1 } }, 5_000);
    expect(answer.count).toBe(1);
    expect(answer.ages).toHaveLength(1);
  });
});

describe('the next moment at which the backlog changes by itself', () => {
  it('is the first at which the answer differs', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = randomNumbers(seed);
      const now = 400 * day;
      const tickets = Array.from({ length: 3 }, (_, id) =>
        ticket(id, Math.floor(now - random() ** 3 * 30 * day)),
      );
      const model = modelOf(tickets);
      for (const period of periods) {
        const at = backlogChangesAt(model, { last: durationFromMs(period) }, now);
        const inWindow = tickets.some(({ openedAt }) => now - openedAt <= period);
        expect(at !== undefined).toBe(inWindow);
        if (at === undefined) continue;
        expect(at).toBeGreaterThan(now);
        expect(ask(model, period, at - 1)).toEqual(ask(model, period, now));
        expect(ask(model, period, at)).not.toEqual(ask(model, period, now));
      }
    }
  });

  it('does not come without tickets', () => {
    expect(backlogChangesAt(new BacklogModel(), { last: durationFromMs(day) }, 0)).toBeUndefined();
  });
});
