import { durationMs, timestampMs, type Duration } from '@bufbuild/protobuf/wkt';
import type { GetBacklogResponse } from '@campus-desk/contract/campus/analysis/v1/backlog';
import type {
  GetResolutionTimesResponse,
  ResolutionMonth,
} from '@campus-desk/contract/campus/analysis/v1/resolution';
import type { GetWorkloadResponse } from '@campus-desk/contract/campus/analysis/v1/workload';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { expect } from '@jest/globals';
import { campusDates } from '../../analysis/test/campus-zones.ts';
import type { PastTicket } from './past.ts';
import { campusTimeZone } from './whole-desk.ts';

const dateOf = campusDates(campusTimeZone);
const day = 24 * 3_600_000;

const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];

/** The tickets that some wishes fit. */
const having = (tickets: readonly PastTicket[], wanted: Partial<PastTicket>) =>
  tickets.filter((ticket) =>
    Object.entries(wanted).every(([key, value]) => ticket[key as keyof PastTicket] === value),
  );
const byCategory = (tickets: readonly PastTicket[]) =>
  categories.map((category) => ({ category, count: having(tickets, { category }).length }));

/** Compares an answer with a count over all tickets as they were at its revision. @param last the period in ms */
export function expectBacklog(
  { asOf, ...answer }: GetBacklogResponse,
  tickets: readonly PastTicket[],
  last: number,
): void {
  const now = timestampMs(asOf!);
  const counted = tickets.filter((it) => it.status !== Status.CLOSED && it.openedAt >= now - last);
  const ages = answer.ages.map(({ from, until }, index) => {
    const [least, limit] = [durationMs(from!), durationMs(until!)];
    const isLast = index === answer.ages.length - 1;
    const members = counted.filter(({ openedAt }) => {
      const age = Math.max(now - openedAt, 0);
      return age >= least && (age < limit || (isLast && age === limit));
    });
    return { from, until, count: members.length, byCategory: byCategory(members) };
  });
  expect(ages.reduce((sum, { count }) => sum + count, 0)).toBe(counted.length);
  expect(answer).toMatchObject({
    count: counted.length,
    byStatus: [Status.OPEN, Status.ACTIVE].map((status) => ({
      status,
      count: having(counted, { status }).length,
    })),
    byCategory: byCategory(counted),
    ages,
  });
}

/** Compares an answer with a count over all tickets as they were at its revision. */
export function expectWorkload(answer: GetWorkloadResponse, tickets: readonly PastTicket[]): void {
  expect(answer.timeZone).toBe(campusTimeZone);
  expect(answer.categories).toMatchObject(
    categories.map((category) => ({
      category,
      activeCount: having(tickets, { category, status: Status.ACTIVE }).length,
      openCount: having(tickets, { category, status: Status.OPEN }).length,
    })),
  );
  const [opened, closed] = [Map.groupBy(tickets, dayOpened), Map.groupBy(tickets, dayClosed)];
  expect(answer.days.map(({ date, openedCount, closedCount }) => [date, openedCount, closedCount])).toEqual(
    daysUpTo(timestampMs(answer.asOf!)).map((date) => [
      date,
      opened.get(date)?.length ?? 0,
      closed.get(date)?.length ?? 0,
    ]),
  );
}

const dayOpened = ({ openedOn }: PastTicket) => openedOn;
const dayClosed = ({ closedOn }: PastTicket) => closedOn;

/** The 90 days that end with the one of a time (ms UTC). */
function daysUpTo(time: number): readonly string[] {
  const last = Date.parse(dateOf(time));
  return Array.from({ length: 90 }, (_, index) =>
    new Date(last - (89 - index) * day).toISOString().slice(0, 10),
  );
}

/** Compares an answer with a count over all tickets as they were at its revision. */
export function expectResolution(
  { months, timeZone }: GetResolutionTimesResponse,
  tickets: readonly PastTicket[],
): void {
  expect(timeZone).toBe(campusTimeZone);
  const closed = having(tickets, { status: Status.CLOSED });
  const byMonth = Map.groupBy(closed, ({ openedOn }) => openedOn.slice(0, 7));
  const names = months.map(({ month }) => month);
  expect(names).toEqual([...new Set(names)].sort());
  expect(names).toEqual(expect.arrayContaining([...byMonth.keys()]));
  for (const { month, byCategory, ...figures } of months) {
    const members = byMonth.get(month) ?? [];
    expectFigures(figures, members);
    for (const [index, category] of categories.entries()) {
      expect(byCategory[index]).toMatchObject({ category });
      expectFigures(byCategory[index]!, having(members, { category }));
    }
  }
}

type Figures = Pick<ResolutionMonth, 'closedCount' | 'average' | 'median' | 'p90'>;

function expectFigures(figures: Figures, tickets: readonly PastTicket[]): void {
  const times = tickets.map(({ openedAt, closedAt }) => closedAt! - openedAt).sort((a, b) => a - b);
  expect(figures.closedCount).toBe(times.length);
  const average = times.reduce((sum, time) => sum + time, 0) / times.length;
  expect(msOf(figures.average)).toBe(times.length === 0 ? undefined : Math.round(average));
  for (const [answered, share] of [
    [figures.median, 0.5],
    [figures.p90, 0.9],
  ] as const)
    expectNear(msOf(answered), times[Math.ceil(share * times.length) - 1]);
}

/** As near as is promised: within 1 % from one second up, and half a millisecond of rounding. */
function expectNear(answered: number | undefined, exact: number | undefined): void {
  if (answered === undefined || exact === undefined) return expect(answered).toBe(exact);
  expect(Math.abs(answered - exact)).toBeLessThanOrEqual(exact < 1_000 ? 500 : exact * 0.01 + 0.5);
}

function msOf(duration: Duration | undefined): number | undefined {
  return duration && durationMs(duration);
}
