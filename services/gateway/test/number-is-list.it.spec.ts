import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  backlogClaims,
  numbersIn,
  resolutionClaims,
  workloadClaims,
  type Backlog,
  type Claim,
  type Figures,
  type Filter,
  type Resolution,
  type Workload,
} from './claims.ts';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

const helpdesk = 'helpdesk.v1.HelpdeskService';
const portal = 'portal.v1.PortalService';

type Ticket = { readonly id: string; readonly openedAt: string; readonly closedAt?: string };

let desk: WholeDesk;
/** That of the last write: lists and answers are compared at no other. */
let revision: string;

const write = async (method: string, request: object) => {
  const { status, body } = await desk.call(method, { ...request, requestId: randomUUID() });
  expect(status).toBe(200);
  revision = body.revision as string;
  return (body.ticket as { id: string }).id;
};

/** Reports a hundred problems and leaves them in all states, some of them edited and some assigned. */
const work = async () => {
  const words = ['The lamp flickers', 'The printer is out of toner', 'The queue is long', 'No Wi-Fi'];
  for (let index = 0; index < 100; index++) {
    const ticketId = await write(`${portal}/CreateTicket`, { description: `${words[index % 4]!} ${index}` });
    if (index % 5 === 1)
      await write(`${portal}/UpdateTicket`, { ticketId, description: words[(index + 1) % 4] });
    if (index % 7 === 2)
      await write(`${helpdesk}/AssignCategory`, { ticketId, category: 'CATEGORY_SERVICES_COMPLAINTS' });
    if (index % 3 > 0) await write(`${helpdesk}/ActivateTicket`, { ticketId });
    if (index % 3 > 1) await write(`${helpdesk}/CloseTicket`, { ticketId });
  }
};

beforeAll(async () => {
  desk = await startWholeDesk({}, { demo: true });
  await work();
});
afterAll(() => desk.close());

const ask = async <Answer>(method: string, request: object = {}) => {
  const { status, body } = await desk.call(`analysis.v1.${method}`, { ...request, minRevision: revision });
  expect(status).toBe(200);
  expect(body.revision).toBe(revision);
  return body as Answer;
};

/** The tickets on all pages of a list. */
const listed = async (filter: Filter) => {
  const tickets: Ticket[] = [];
  for (let pageToken = '', more = true; more; more = pageToken !== '') {
    const { status, body } = await desk.call(`${helpdesk}/ListTickets`, {
      ...filter,
      pageSize: 60,
      pageToken,
    });
    expect(status).toBe(200);
    expect(body.revision).toBe(revision);
    tickets.push(...(body.tickets as Ticket[]));
    pageToken = body.nextPageToken as string;
  }
  expect(new Set(tickets.map(({ id }) => id)).size).toBe(tickets.length);
  return tickets;
};

/** Compares every number of an answer with its list; answers the lists, in the order of the claims. */
const expectLists = async (answer: object, claims: readonly Claim[]) => {
  expect(claims).toHaveLength(numbersIn(answer));
  const lists: (readonly Ticket[])[] = [];
  for (const { filter } of claims) lists.push(await listed(filter));
  const asListed = claims.map(({ filter }, index) => ({ said: lists[index]!.length, filter }));
  expect(claims.map(({ said, filter }) => ({ said, filter }))).toEqual(asListed);
  return lists;
};

/** Compares an average exactly, and quantiles within the 1 % that is promised, with the tickets themselves. */
const expectFigures = ({ average, median, p90 }: Figures, tickets: readonly Ticket[]) => {
  const times = tickets
    .map(({ openedAt, closedAt }) => Date.parse(closedAt!) - Date.parse(openedAt))
    .sort((a, b) => a - b);
  if (times.length === 0) return expect([average, median, p90]).toEqual([undefined, undefined, undefined]);
  expect(Math.round(Number.parseFloat(average!) * 1_000)).toBe(
    Math.round(times.reduce((sum, time) => sum + time, 0) / times.length),
  );
  for (const [said, share] of [
    [median, 0.5],
    [p90, 0.9],
  ] as const) {
    const exact = times[Math.ceil(share * times.length) - 1]!;
    // Below a second there is but one bar of the histogram.
    if (exact < 1_000) expect(said).toBe('0.500s');
    else expect(Math.abs(Number.parseFloat(said!) * 1_000 - exact) / exact).toBeLessThanOrEqual(0.01);
  }
};

describe('every number is the length of its list:', () => {
  it.each(['60s', '3600s', '86400.001s', '604800s', '7777777.777s', '31536000s', '315619200s'])(
    'the backlog of %s',
    async (last) => {
      // The second answer shares the numbers of the first, and has times of its own.
      for (let asked = 0; asked < 2; asked++) {
        const answer = await ask<Backlog>('BacklogService/GetBacklog', { last });
        const period = Date.parse(answer.asOf) - Date.parse(answer.openedFrom);
        expect(period).toBe(Math.round(Number.parseFloat(last) * 1_000));
        await expectLists(answer, backlogClaims(answer));
      }
    },
  );

  it('the workload, by category and day', async () => {
    const answer = await ask<Workload>('WorkloadService/GetWorkload');
    expect(answer.days).toHaveLength(90);
    await expectLists(answer, workloadClaims(answer));
  });

  it('the tickets that need an eye', async () => {
    const { body } = await desk.call(`${helpdesk}/CountTickets`, {});
    expect(body.revision).toBe(revision);
    const answer = { waiting: body.awaitingReplyCount as number, unsure: body.unsureCategoryCount as number };
    await expectLists(answer, [
      { said: answer.waiting, filter: { awaitingReply: true } },
      { said: answer.unsure, filter: { unsureCategory: true } },
    ]);
    expect(Math.min(answer.waiting, answer.unsure)).toBeGreaterThan(0);
  });

  it.each([
    ['all months', {}],
    ['the months up to one', { toMonth: '2020-02' }],
    ['months before the first ticket and after the last', { fromMonth: '2025-01', toMonth: '2028-04' }],
    ['the first months of all', { fromMonth: '0000-12', toMonth: '0001-02' }],
    ['the last months of all', { fromMonth: '9999-11', toMonth: '9999-12' }],
  ])('the resolution times of %s, with their figures', async (_, request) => {
    const answer = await ask<Resolution>('ResolutionService/GetResolutionTimes', request);
    const claims = resolutionClaims(answer);
    const lists = await expectLists(answer, claims);
    for (const [index, { figures }] of claims.entries()) expectFigures(figures, lists[index]!);
  });
});

it('the tickets that are counted have all statuses, categories and months', async () => {
  const backlog = await ask<Backlog>('BacklogService/GetBacklog', { last: '315619200s' });
  for (const { count } of [...backlog.byStatus, ...backlog.byCategory]) expect(count).toBeGreaterThan(5);
  const { months } = await ask<Resolution>('ResolutionService/GetResolutionTimes');
  expect(months.filter(({ closedCount }) => closedCount > 0).length).toBeGreaterThan(10);
});
