import { durationMs } from '@bufbuild/protobuf/wkt';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import { describe, expect, it } from '@jest/globals';
import {
  durationOf,
  RandomHistory,
  snapshotOf,
  type KnownTicket,
} from '../../analysis/test/random-history.ts';
import { ResolutionModel } from './resolution-model.ts';
import { resolution } from './resolution.ts';

const zones = ['Europe/Rome', 'America/New_York', 'Pacific/Auckland'];
const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];
/** From before a leap day to after both changes of the clocks. */
const [start, end] = [Date.parse('2027-11-20T00:00:00Z'), Date.parse('2028-12-05T00:00:00Z')];

type Figures = ReturnType<typeof resolution>['months'][number]['byCategory'][number];

const modelOf = (tickets: readonly KnownTicket[]) => {
  const model = new ResolutionModel();
  for (const part of snapshotOf(tickets)) model.add(part);
  return model;
};

const expectFigures = (figures: Omit<Figures, 'category'>, tickets: readonly KnownTicket[]) => {
  const times = tickets.map(durationOf).sort((a, b) => a - b);
  expect(figures.closedCount).toBe(times.length);
  const { average, median, p90 } = figures as Partial<Extract<Figures, { average: unknown }>>;
  if (times.length === 0) return expect([average, median, p90]).toEqual([undefined, undefined, undefined]);
  expect(durationMs(average!)).toBe(Math.round(times.reduce((sum, time) => sum + time, 0) / times.length));
  for (const [share, figure] of [
    [0.5, median!],
    [0.9, p90!],
  ] as const) {
    const exact = times[Math.ceil(share * times.length) - 1]!;
    expect(Math.abs(durationMs(figure) - exact)).toBeLessThanOrEqual(exact * 0.01 + 0.5);
  }
};

/** Compares an answer with a count over all tickets. */
const expectRecount = (model: ResolutionModel, tickets: readonly KnownTicket[], timeZone: string) => {
  const { months } = resolution(model, { fromMonth: '2027-11', toMonth: '2028-12' }, end, timeZone);
  expect(months.map(({ month }) => month)).toHaveLength(14);
  for (const { month, byCategory, ...figures } of months) {
    const closed = tickets.filter((it) => it.status === Status.CLOSED && it.openingMonth === month);
    expectFigures(figures, closed);
    expect(byCategory.map(({ category }) => category)).toEqual(categories);
    for (const { category, ...ofCategory } of byCategory)
      expectFigures(
        ofCategory,
        closed.filter((it) => it.category === category),
      );
  }
};

describe.each(zones)('resolution times in %s', (timeZone) => {
  it('are those of the tickets, from whatever snapshot and after every change', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { changes, states } = new RandomHistory(seed, { start, end, length: 150, timeZone });
      const begin = (seed * 29) % 150;
      const model = modelOf(states[begin]!);
      expectRecount(model, states[begin]!, timeZone);
      for (const [index, change] of changes.slice(begin).entries()) {
        model.apply(change);
        if (index % 10 === 0) expectRecount(model, states[begin + index + 1]!, timeZone);
      }
      expectRecount(model, states.at(-1)!, timeZone);
    }
  });

  it('end by default with the month that it is on campus, to the millisecond', () => {
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    for (const around of [
      '2028-03-01T00:00Z',
      '2028-04-01T00:00Z',
      '2028-11-01T00:00Z',
      '2029-01-01T00:00Z',
    ]) {
      // The hour at which the month turns there, and both its neighbours.
      for (
        let at = Date.parse(around) - 14 * 3_600_000;
        at <= Date.parse(around) + 14 * 3_600_000;
        at += 3_600_000
      )
        for (const now of [at - 1, at]) {
          const { months } = resolution(new ResolutionModel(), {}, now, timeZone);
          expect(months).toMatchObject([{ month: local.format(now).slice(0, 7), closedCount: 0 }]);
        }
    }
  });
});

describe('the months of an answer', () => {
  const closed = (openingMonth: string): KnownTicket => ({
    id: 1n,
    openedAt: 1_000_000,
    closedAt: 5_000_000,
    openingMonth,
    status: Status.CLOSED,
    category: Category.TECHNICAL_IT,
  });
  const now = Date.parse('2028-02-29T12:00:00Z');
  const months = (request: { fromMonth?: string; toMonth?: string }, ...tickets: KnownTicket[]) =>
    resolution(modelOf(tickets), request, now, 'UTC').months.map(({ month }) => month);

  const refusal = (request: { fromMonth?: string; toMonth?: string }) => {
    try {
      months(request);
    } catch (error) {
      if (error instanceof RpcError) return error;
    }
    throw new Error('the months were not refused');
  };

  it('go by default from the first with a closed ticket to this one, empty ones included', () => {
    expect(months({}, closed('2027-11'))).toEqual(['2027-11', '2027-12', '2028-01', '2028-02']);
    expect(months({}, closed('2028-01'), closed('2027-12'))).toEqual(['2027-12', '2028-01', '2028-02']);
    expect(months({})).toEqual(['2028-02']);
  });

  it('have no figures where nothing was closed, which is not zero', () => {
    const [empty, full] = resolution(
      modelOf([closed('2028-02')]),
      { fromMonth: '2028-01' },
      now,
      'UTC',
    ).months;
    expect(empty).toEqual({
      month: '2028-01',
      closedCount: 0,
      byCategory: categories.map((category) => ({ category, closedCount: 0 })),
    });
    expect(full).toMatchObject({ closedCount: 1, average: { seconds: 4_000n } });
  });

  it('are those that are asked for, also before the first ticket and after this month', () => {
    expect(months({ fromMonth: '2026-12', toMonth: '2027-02' }, closed('2027-11'))).toEqual([
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
    expect(months({ toMonth: '2020-01' }, closed('2027-11'))).toEqual(['2020-01']);
    expect(months({ fromMonth: '2028-02', toMonth: '2028-03' })).toEqual(['2028-02', '2028-03']);
  });

  it('are refused in the wrong order', () => {
    const error = refusal({ fromMonth: '2028-03' });
    expect(error.code).toBe(Code.INVALID_ARGUMENT);
    expect(error.message).toBe('from_month: must not be after 2028-02');
  });

  it('are at most 1,200 before the last', () => {
    expect(months({ fromMonth: '1928-02', toMonth: '2028-02' })).toHaveLength(1_201);
    const error = refusal({ fromMonth: '1928-01', toMonth: '2028-02' });
    expect(error.code).toBe(Code.INVALID_ARGUMENT);
    expect(error.message).toBe('from_month: must be at most 1200 months before 2028-02');
  });
});
