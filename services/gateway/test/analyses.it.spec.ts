import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

const portal = 'portal.v1.PortalService';
const helpdesk = 'helpdesk.v1.HelpdeskService';
const analysis = 'analysis.v1';
const categories = ['CATEGORY_FACILITY_MANAGEMENT', 'CATEGORY_TECHNICAL_IT', 'CATEGORY_SERVICES_COMPLAINTS'];

type Ticket = {
  readonly id: string;
  readonly status: string;
  readonly category: string;
  readonly openedAt: string;
  readonly closedAt?: string;
};

type Day = {
  readonly date: string;
  readonly openedCount: number;
  readonly closedCount: number;
  readonly from: string;
  readonly until: string;
};

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk();
});
afterAll(() => desk.close());

const write = async (method: string, request: object) => {
  const { status, body } = await desk.call(method, { ...request, requestId: randomUUID() });
  expect(status).toBe(200);
  return body as { ticket: Ticket; revision: string };
};

const allTickets = async () => {
  const tickets: Ticket[] = [];
  for (let pageToken = ''; ;) {
    const { body } = await desk.call(`${helpdesk}/ListTickets`, { pageSize: 3, pageToken });
    tickets.push(...(body.tickets as Ticket[]));
    if (body.nextPageToken === '') return tickets;
    pageToken = body.nextPageToken as string;
  }
};

const countOf = (tickets: readonly Ticket[], wanted: Partial<Ticket>) =>
  tickets.filter((ticket) =>
    Object.entries(wanted).every(([key, value]) => ticket[key as keyof Ticket] === value),
  ).length;

/** Compares the days with the tickets by their bounds, and the last of them with the lists that it names. */
const expectDays = async (days: readonly Day[], tickets: readonly Ticket[]) => {
  const lies = (time: string | undefined, { from, until }: Day) =>
    time !== undefined && Date.parse(from) <= Date.parse(time) && Date.parse(time) < Date.parse(until);
  expect(days).toHaveLength(90);
  expect(days.map(({ openedCount, closedCount }) => [openedCount, closedCount])).toEqual(
    days.map((day) => [
      tickets.filter(({ openedAt }) => lies(openedAt, day)).length,
      tickets.filter(({ closedAt }) => lies(closedAt, day)).length,
    ]),
  );
  const { from, until, openedCount, closedCount } = days.at(-1)!;
  for (const [count, bounds] of [
    [openedCount, { openedFrom: from, openedUntil: until }],
    [closedCount, { closedFrom: from, closedUntil: until }],
  ] as const) {
    const { body } = await desk.call(`${helpdesk}/ListTickets`, { pageSize: 200, ...bounds });
    expect(body.tickets).toHaveLength(count);
  }
};

/** Asks the three analyses at a revision and compares them with the tickets themselves. */
const expectAgreement = async (minRevision: string) => {
  const ask = async (method: string, request: object = {}) => {
    const { status, body } = await desk.call(`${analysis}.${method}`, { ...request, minRevision });
    expect(status).toBe(200);
    expect(BigInt(body.revision)).toBeGreaterThanOrEqual(BigInt(minRevision));
    return body;
  };
  const [backlog, workload, resolution] = await Promise.all([
    ask('BacklogService/GetBacklog', { last: '3600s' }),
    ask('WorkloadService/GetWorkload'),
    ask('ResolutionService/GetResolutionTimes'),
  ]);
  const tickets = await allTickets();
  const unclosed = tickets.filter(({ status }) => status !== 'STATUS_CLOSED');
  expect(backlog.count).toBe(unclosed.length);
  expect(backlog.byStatus).toEqual(
    ['STATUS_OPEN', 'STATUS_ACTIVE'].map((status) => ({ status, count: countOf(tickets, { status }) })),
  );
  expect(backlog.byCategory).toEqual(
    categories.map((category) => ({ category, count: countOf(unclosed, { category }) })),
  );
  expect(workload.categories).toEqual(
    categories.map((category) => ({
      category,
      activeCount: countOf(tickets, { category, status: 'STATUS_ACTIVE' }),
      openCount: countOf(tickets, { category, status: 'STATUS_OPEN' }),
    })),
  );
  await expectDays(workload.days as readonly Day[], tickets);
  const times = tickets.flatMap(({ openedAt, closedAt }) =>
    closedAt === undefined ? [] : [Date.parse(closedAt) - Date.parse(openedAt)],
  );
  const month = resolution.months.at(-1);
  expect(month.closedCount).toBe(times.length);
  const average = Math.round(times.reduce((sum, time) => sum + time, 0) / times.length);
  if (times.length > 0) expect(Math.round(Number.parseFloat(month.average) * 1000)).toBe(average);
  else expect(month).not.toHaveProperty('average');
};

describe('the three analyses', () => {
  it('agree with the tickets at once after every kind of write', async () => {
    const create = async (description: string) => write(`${portal}/CreateTicket`, { description });
    const move = async (rpc: string, ticketId: string) => write(`${helpdesk}/${rpc}`, { ticketId });

    const heating = await create('The heating is cold');
    await expectAgreement(heating.revision);
    const wifi = await create('No Wi-Fi in the library');
    const food = await create('The food in the canteen was bad');
    await expectAgreement(food.revision);
    await expectAgreement((await move('ActivateTicket', wifi.ticket.id)).revision);
    await move('ActivateTicket', food.ticket.id);
    const assigned = { ticketId: food.ticket.id, category: 'CATEGORY_FACILITY_MANAGEMENT' };
    await expectAgreement((await write(`${helpdesk}/AssignCategory`, assigned)).revision);
    const edit = { ticketId: heating.ticket.id, description: 'The printer is broken, no paper, no toner' };
    const edited = await write(`${portal}/UpdateTicket`, edit);
    expect(edited.ticket.category).toBe('CATEGORY_TECHNICAL_IT');
    await expectAgreement(edited.revision);
    await expectAgreement((await move('CloseTicket', food.ticket.id)).revision);
    await expectAgreement((await move('CloseTicket', wifi.ticket.id)).revision);
  });

  it('see each of many writes that come at once', async () => {
    const words = ['lamp', 'printer', 'queue', 'door', 'password'];
    const created = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        write(`${portal}/CreateTicket`, { description: `${words[index % words.length]!} ${index}` }),
      ),
    );
    const moved = await Promise.all(
      created.slice(0, 10).map(({ ticket }) => write(`${helpdesk}/ActivateTicket`, { ticketId: ticket.id })),
    );
    const last = [...created, ...moved].map(({ revision }) => BigInt(revision)).sort((a, b) => Number(a - b));
    await expectAgreement(String(last.at(-1)));
  });

  it.each([
    ['BacklogService/GetBacklog', { last: '60s' }],
    ['WorkloadService/GetWorkload', {}],
    ['ResolutionService/GetResolutionTimes', {}],
  ])('%s waits no longer than its caller for a revision that does not come', async (method, request) => {
    const { status, body } = await desk.call(
      `${analysis}.${method}`,
      { ...request, minRevision: '999999' },
      { 'connect-timeout-ms': '200' },
    );
    expect(status).toBe(504);
    expect(body).toMatchObject({ code: 'deadline_exceeded' });
    expect(body.details).toMatchObject([{ debug: { reason: 'DEADLINE_EXCEEDED' } }]);
  });

  it.each([
    ['BacklogService/GetBacklog', {}, 'last: must be given'],
    ['BacklogService/GetBacklog', { last: '0s' }, 'last: must be greater than 0s'],
    [
      'BacklogService/GetBacklog',
      { last: '315619200.001s' },
      'last: must be greater than 0s and less than or equal to 315619200s',
    ],
    ['ResolutionService/GetResolutionTimes', { fromMonth: '2026-13' }, 'from_month: '],
    ['ResolutionService/GetResolutionTimes', { fromMonth: '2026-02', toMonth: '2026-01' }, 'from_month: '],
    ['WorkloadService/GetWorkload', { minRevision: '-1' }, 'min_revision: '],
  ])('%s refuses %j', async (method, request, sentence) => {
    const { status, body } = await desk.call(`${analysis}.${method}`, request);
    expect(status).toBe(400);
    expect(body.message).toContain(sentence);
  });
});
