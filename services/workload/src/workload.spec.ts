import { create } from '@bufbuild/protobuf';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import { answers } from '@campus-desk/analysis/answers';
import { FeedReader } from '@campus-desk/analysis/feed-reader';
import type { GetWorkloadResponse, WorkloadDay } from '@campus-desk/contract/campus/analysis/v1/workload';
import { FeedChangeSchema, FollowResponseSchema } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { campusDates, campusZones } from '../../analysis/test/campus-zones.ts';
import { categories, followed, histories, type KnownTicket } from '../../analysis/test/histories.ts';
import { WorkloadModel } from './workload-model.ts';
import { workload, workloadChangesAt } from './workload.ts';

const [hour, day] = [3_600_000, 24 * 3_600_000];

const calendars = new Map(campusZones.map(({ timeZone }) => [timeZone, new CampusCalendar(timeZone)]));

/** The 90 dates that end with one, by the calendar that all of UTC has. */
const datesUpTo = (date: string) =>
  Array.from({ length: 90 }, (_, index) =>
    new Date(Date.parse(date) - (89 - index) * day).toISOString().slice(0, 10),
  );

/** A day in few words, since to compare many objects takes long. */
const lineOf = (date: string, opened: number, closed: number) =>
  `${date}: ${opened} opened, ${closed} closed`;
const linesOf = (days: readonly WorkloadDay[]) =>
  days.map(({ date, openedCount, closedCount }) => lineOf(date, openedCount, closedCount));

/** Compares an answer with a count over all tickets. */
const expectRecount = (
  answer: GetWorkloadResponse,
  tickets: readonly KnownTicket[],
  now: number,
  timeZone: string,
) => {
  const dateOf = campusDates(timeZone);
  expect(answer).toMatchObject({
    categories: categories.map((category) => {
      const count = (status: Status) =>
        tickets.filter((ticket) => ticket.category === category && ticket.status === status).length;
      return { category, activeCount: count(Status.ACTIVE), openCount: count(Status.OPEN) };
    }),
    timeZone,
  });
  const opened = Map.groupBy(tickets, ({ openedAt }) => dateOf(openedAt));
  const closed = Map.groupBy(tickets, ({ closedAt }) => (closedAt === undefined ? '' : dateOf(closedAt)));
  expect(linesOf(answer.days)).toEqual(
    datesUpTo(dateOf(now)).map((date) =>
      lineOf(date, opened.get(date)?.length ?? 0, closed.get(date)?.length ?? 0),
    ),
  );
};

/** Expects that every number lists just its tickets by the bounds of its day, and that the days have no gaps. */
const expectLists = ({ days }: GetWorkloadResponse, tickets: readonly KnownTicket[]) => {
  const bounds = days.map(({ from, until }) => [timestampMs(from!), timestampMs(until!)] as const);
  const listed = days.map(({ date }, index) => {
    const [from, until] = bounds[index]!;
    const lies = (time: number | undefined) => time !== undefined && from <= time && time < until;
    const [opened, closed] = [
      tickets.filter((it) => lies(it.openedAt)),
      tickets.filter((it) => lies(it.closedAt)),
    ];
    return lineOf(date, opened.length, closed.length);
  });
  expect(linesOf(days)).toEqual(listed);
  expect(bounds.slice(1).map(([from]) => from)).toEqual(bounds.slice(0, -1).map(([, until]) => until));
};

describe('the workload', () => {
  it('is that of the tickets, from whatever snapshot it began and after every step, now and later', () => {
    const waits = fc.oneof(fc.constant(0), fc.nat(100 * day));
    fc.assert(
      fc.property(histories, waits, (history, wait) => {
        const { timeZone } = history;
        const calendar = calendars.get(timeZone)!;
        for (const from of [0, history.late])
          for (const { model, tickets, now } of followed(() => new WorkloadModel(), history, from)) {
            const answer = workload(model, {}, now + wait, calendar);
            expectRecount(answer, tickets, now + wait, timeZone);
            expectLists(answer, tickets);
          }
      }),
    );
  });

  it('of an empty desk names all three categories, and 90 days', () => {
    const answer = workload(new WorkloadModel(), {}, 5 * hour, new CampusCalendar('Asia/Tokyo'));
    expectRecount(answer, [], 5 * hour, 'Asia/Tokyo');
    expect(answer.days.at(-1)).toMatchObject({ date: '1970-01-01' });
  });

  it('keeps the days that are asked for, though every day has been busy for years', () => {
    const calendar = new CampusCalendar('Europe/Rome');
    const start = Date.parse('2025-01-01T12:00:00Z');
    const model = new WorkloadModel();
    for (let index = 0; index < 700; index++) {
      const now = start + index * day;
      const change = { statusAfter: Status.OPEN, categoryAfter: Category.TECHNICAL_IT };
      const { name: date } = calendar.dayAt(now);
      for (let times = 0; times <= index % 3; times++)
        model.apply(create(FeedChangeSchema, { ...change, date }));
      const counts = workload(model, {}, now, calendar).days.map(({ openedCount }) => openedCount);
      expect(counts).toEqual(
        Array.from({ length: 90 }, (_, before) => {
          const that = index - 89 + before;
          return that < 0 ? 0 : (that % 3) + 1;
        }),
      );
    }
    // Neither do they grow without end.
    expect(model.flow('2025-01-01')).toEqual({ openedCount: 0, closedCount: 0 });
  });
});

describe('the next moment at which the workload changes by itself', () => {
  it('is when the next day begins on campus', () => {
    const zones = fc.constantFrom(...campusZones);
    const beyond = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -30 * hour, max: 30 * hour }));
    fc.assert(
      fc.property(zones, fc.nat(7), beyond, ({ timeZone, turns }, turn, away) => {
        const now = turns[turn % turns.length]! + away;
        const [model, calendar] = [new WorkloadModel(), calendars.get(timeZone)!];
        const at = workloadChangesAt(model, {}, now, calendar);
        expect(at).toBeGreaterThan(now);
        const ask = (time: number) => workload(model, {}, time, calendar);
        expect(ask(at - 1)).toEqual(ask(now));
        expect(ask(at).days.slice(0, -1)).toEqual(ask(now).days.slice(1));
      }),
    );
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('is told to those who watch, in the night in which the clocks go back', async () => {
    const midnight = Date.parse('2026-10-26T00:00:00+01:00');
    jest.useFakeTimers({ now: midnight - 900 });
    const reader = new FeedReader(() => new WorkloadModel());
    const flowDays = [{ date: '2026-10-25', openedCount: 3, closedCount: 2 }];
    const value = { revision: 5n, timeZone: 'Europe/Rome', flowDays, complete: true };
    reader.take(create(FollowResponseSchema, { step: { case: 'snapshot', value } }));
    const question = { key: () => '', answer: workload, changesAt: workloadChangesAt };
    const leaving = new AbortController();
    const watching = answers(reader, question).watch({}, { signal: leaving.signal });
    const days = async () => {
      const { value } = (await watching.next()) as IteratorYieldResult<{ answer: GetWorkloadResponse }>;
      return value.answer.days.slice(-2);
    };
    const sunday = { date: '2026-10-25', openedCount: 3, closedCount: 2 };
    expect(await days()).toMatchObject([{ date: '2026-10-24' }, sunday]);
    const next = days();
    await jest.advanceTimersByTimeAsync(900);
    expect(await next).toMatchObject([sunday, { date: '2026-10-26', openedCount: 0, closedCount: 0 }]);
    expect(Date.now()).toBe(midnight);
    leaving.abort();
    await watching.return(undefined);
  });
});
