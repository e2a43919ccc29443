import { toJson } from '@bufbuild/protobuf';
import { durationMs, timestampMs, type Duration } from '@bufbuild/protobuf/wkt';
import {
  GetResolutionTimesResponseSchema,
  type GetResolutionTimesResponse,
  type ResolutionMonth,
} from '@campus-desk/contract/campus/analysis/v1/resolution';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { campusCalendar, campusZones } from '../../analysis/test/campus-zones.ts';
import {
  categories,
  durationOf,
  followed,
  histories,
  snapshotOf,
  type KnownTicket,
} from '../../analysis/test/histories.ts';
import { ResolutionModel } from './resolution-model.ts';
import { resolution, resolutionChangesAt, resolutionKey } from './resolution.ts';

/** From before the first month of any history to after the last. */
const [firstMonth, lastMonth] = ['2026-12', '2029-03'];

const modelOf = (tickets: readonly KnownTicket[]) => {
  const model = new ResolutionModel();
  for (const part of snapshotOf(tickets)) model.add(part);
  return model;
};

type Figures = Pick<ResolutionMonth, 'closedCount' | 'average' | 'median' | 'p90'>;

/** The exact figure where one that was answered is as near as is promised, else that one. In ms. */
const exactIfNear = (answered: Duration | undefined, exact: number | undefined) => {
  if (answered === undefined || exact === undefined) return answered;
  const tolerance = exact < 1_000 ? 500 : exact * 0.01;
  const ms = Number(answered.seconds) * 1_000 + answered.nanos / 1_000_000;
  return Math.abs(ms - exact) <= tolerance ? exact : ms;
};

/** Figures as they are answered, and as the times of the tickets give them one by one. */
const compared = ({ closedCount, average, median, p90 }: Figures, tickets: readonly KnownTicket[]) => {
  const times = tickets.map(durationOf).sort((a, b) => a - b);
  const atLeast = (share: number) => times[Math.ceil(share * times.length) - 1];
  const counted = {
    closedCount: times.length,
    average:
      times.length === 0 ? undefined : Math.round(times.reduce((sum, time) => sum + time, 0) / times.length),
    median: atLeast(0.5),
    p90: atLeast(0.9),
  };
  const answered = {
    closedCount,
    average: average && durationMs(average),
    median: exactIfNear(median, counted.median),
    p90: exactIfNear(p90, counted.p90),
  };
  return { answered, counted };
};

/** Compares months with a count over all tickets. */
const expectRecount = (months: readonly ResolutionMonth[], tickets: readonly KnownTicket[]) => {
  const all = months.flatMap(({ month, byCategory, ...figures }) => {
    const closed = tickets.filter((it) => it.status === Status.CLOSED && it.openingMonth === month);
    return [
      compared(figures, closed),
      ...categories.map((category, index) =>
        compared(
          byCategory[index]!,
          closed.filter((it) => it.category === category),
        ),
      ),
    ];
  });
  expect(all.map(({ answered }) => answered)).toEqual(all.map(({ counted }) => counted));
  for (const { byCategory } of months) expect(byCategory.map(({ category }) => category)).toEqual(categories);
};

/** Expects that every number lists just its tickets by the bounds of its month, and that the months have no gaps. */
const expectLists = (months: readonly ResolutionMonth[], tickets: readonly KnownTicket[]) => {
  for (const [index, { openedFrom, openedUntil, closedCount, byCategory }] of months.entries()) {
    const listed = tickets.filter(
      ({ status, openedAt }) =>
        status === Status.CLOSED &&
        openedAt >= timestampMs(openedFrom!) &&
        openedAt < timestampMs(openedUntil!),
    );
    expect(listed).toHaveLength(closedCount);
    for (const said of byCategory)
      expect(listed.filter(({ category }) => category === said.category)).toHaveLength(said.closedCount);
    expect(months[index + 1]?.openedFrom ?? openedUntil).toEqual(openedUntil);
  }
};

/** Every month from one to another, counted plainly. */
const monthsBetween = (from: string, to: string) =>
  ['2026', '2027', '2028', '2029']
    .flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
    )
    .filter((month) => month >= from && month <= to);

it('resolution times are those of the tickets, from whatever snapshot they began and after every step', () => {
  const month = fc.constantFrom(...monthsBetween(firstMonth, lastMonth));
  const range = fc.record({ fromMonth: month, toMonth: month }, { requiredKeys: [] });
  fc.assert(
    fc.property(histories, range, (history, asked) => {
      const monthOf = campusCalendar(history.timeZone);
      const last = [0, history.late].map((from) => {
        let answer: GetResolutionTimesResponse | undefined;
        for (const { model, tickets, now, calendar } of followed(
          () => new ResolutionModel(),
          history,
          from,
        )) {
          const to = asked.toMonth ?? monthOf(now);
          const closed = tickets.filter(({ status }) => status === Status.CLOSED);
          const months = closed.map(({ openingMonth }) => openingMonth).filter((it) => it <= to);
          const first = asked.fromMonth ?? months.sort()[0] ?? to;
          if (first > to) continue;
          answer = resolution(model, asked, now, calendar);
          expect(answer.months.map((it) => it.month)).toEqual(monthsBetween(first, to));
          expectRecount(answer.months, tickets);
          expectLists(answer.months, tickets);
        }
        return answer;
      });
      // Also what is not exact depends on no snapshot.
      expect(last[1]).toEqual(last[0]);
    }),
  );
});

describe.each(campusZones)('the months of $timeZone', ({ timeZone, turns }) => {
  const calendar = new CampusCalendar(timeZone);
  const monthOf = campusCalendar(timeZone);

  it('end by default with the month that it is on campus, to the millisecond', () => {
    for (const turn of turns)
      // Both its neighbours, and the same within some hours, at which months turn elsewhere.
      for (let at = turn - 14 * 3_600_000; at <= turn + 14 * 3_600_000; at += 3_600_000)
        for (const now of [at - 1, at]) {
          const { months } = resolution(new ResolutionModel(), {}, now, calendar);
          expect(months).toMatchObject([{ month: monthOf(now), closedCount: 0 }]);
        }
  });

  it('turn by themselves where none was asked for, at the end of this one', () => {
    const turning = turns.filter((turn) => monthOf(turn - 1) !== monthOf(turn));
    expect(turning.length).toBeGreaterThan(2);
    const changesAt = (request: { toMonth?: string }, now: number) =>
      resolutionChangesAt(new ResolutionModel(), request, now, calendar);
    for (const turn of turning)
      for (const before of [1, 1_000, 27 * 24 * 3_600_000]) expect(changesAt({}, turn - before)).toBe(turn);
    expect(changesAt({ toMonth: '2028-02' }, turns[0]!)).toBeUndefined();
  });

  it('begin and end where a calendar on campus turns its page', () => {
    const asked = { fromMonth: '2026-01', toMonth: '2030-12' };
    const { months } = resolution(new ResolutionModel(), asked, turns[0]!, calendar);
    expect(months).toHaveLength(60);
    for (const { month, openedFrom, openedUntil } of months) {
      const [from, until] = [timestampMs(openedFrom!), timestampMs(openedUntil!)];
      const around = [from - 1, from, until - 1, until].map(monthOf);
      expect([around[0]! < month, around[1], around[2], around[3]! > month]).toEqual([
        true,
        month,
        month,
        true,
      ]);
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
    isAssigned: false,
  });
  const now = Date.parse('2028-02-29T12:00:00Z');
  const calendar = new CampusCalendar('UTC');
  const months = (request: { fromMonth?: string; toMonth?: string }, ...tickets: KnownTicket[]) =>
    resolution(modelOf(tickets), request, now, calendar).months.map(({ month }) => month);

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
      calendar,
    ).months;
    expect(empty).toMatchObject({
      month: '2028-01',
      closedCount: 0,
      byCategory: categories.map((category) => ({ category, closedCount: 0 })),
    });
    for (const figures of [empty!, ...empty!.byCategory])
      expect([figures.average, figures.median, figures.p90]).toEqual([undefined, undefined, undefined]);
    expect(full).toMatchObject({ closedCount: 1, average: { seconds: 4_000n } });
  });

  it('have the figures of many tickets as exactly as is promised', () => {
    // Each a tenth longer than the one before: no other may pass for the one that is asked for.
    const times = Array.from({ length: 100 }, (_, index) => Math.round(1_000 * 1.1 ** index));
    const tickets = times.map((time, id) => ({
      ...closed('2028-02'),
      id: BigInt(id),
      closedAt: closed('2028-02').openedAt + time,
    }));
    const answer = resolution(modelOf(tickets), {}, now, calendar);
    expectRecount(answer.months, tickets);
  });

  it('have the figures of short times as exactly as of long ones', () => {
    for (let time = 1_000; time < 1_700; time++) {
      const tickets = [{ ...closed('2028-02'), closedAt: closed('2028-02').openedAt + time }];
      expectRecount(resolution(modelOf(tickets), {}, now, calendar).months, tickets);
    }
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

  it.each(['Europe/Rome', 'America/New_York', 'UTC'])(
    'have in %s bounds that can be said, also at both ends of all years',
    (timeZone) => {
      const at = (year: string) =>
        resolution(
          modelOf([]),
          { fromMonth: `${year}-01`, toMonth: `${year}-12` },
          now,
          new CampusCalendar(timeZone),
        );
      for (const answer of ['0000', '0001', '9999'].map(at)) {
        expect(answer.months).toHaveLength(12);
        expect(() => toJson(GetResolutionTimesResponseSchema, answer)).not.toThrow();
        for (const { openedFrom, openedUntil } of answer.months)
          expect(timestampMs(openedFrom!)).toBeLessThanOrEqual(timestampMs(openedUntil!));
      }
    },
  );

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

it('equal ranges are the same question, others are not', () => {
  const ranges = [
    {},
    { fromMonth: '2028-01' },
    { toMonth: '2028-01' },
    { fromMonth: '2027-12', toMonth: '2028-01' },
    { fromMonth: '2027-12', toMonth: '2028-02' },
  ];
  expect(new Set(ranges.map(resolutionKey)).size).toBe(ranges.length);
  expect(ranges.map((range) => resolutionKey({ ...range }))).toEqual(ranges.map(resolutionKey));
});
