import { timestampFromMs, timestampMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import { Category, Status, TicketOrder, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused } from './refused.ts';
import { activate, close, report } from './tickets.ts';
import { until } from './until.ts';

type Filter = Omit<Parameters<TestDesk['helpdesk']['listTickets']>[0], '$typeName'>;

const { FACILITY_MANAGEMENT, TECHNICAL_IT, SERVICES_COMPLAINTS } = Category;

describeOnEachDatabase('a filtered list', (createDatabase) => {
  let desk: TestDesk;
  let all: readonly Ticket[];

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    const descriptions = [
      'The wifi is dead',
      'The heating is cold',
      'The food in the canteen is too expensive',
    ];
    for (let index = 0; index < 18; index++) {
      const { id, openedAt } = await report(desk, { description: descriptions[index % 3]! });
      if (index % 6 > 1) await (index % 6 > 3 ? close(desk, id) : activate(desk, id));
      await until(() => Date.now() > timestampMs(openedAt!));
    }
    all = (await desk.helpdesk.listTickets({})).tickets;
    for (const category of [FACILITY_MANAGEMENT, TECHNICAL_IT, SERVICES_COMPLAINTS])
      expect(all.filter((ticket) => ticket.category === category)).toHaveLength(6);
  });

  afterAll(() => desk.close());

  const time = (index: number, shift = 0): Timestamp =>
    timestampFromMs(timestampMs(all[index]!.openedAt!) + shift);
  /** When a ticket was closed, counted from the latest. */
  const closing = (index: number, shift = 0): Timestamp =>
    timestampFromMs(closings().at(-1 - index)! + shift);
  const closings = () =>
    all.flatMap(({ closedAt }) => (closedAt ? timestampMs(closedAt) : [])).sort((a, b) => a - b);
  const closedIn = ({ closedAt }: Ticket, from: Timestamp, until?: Timestamp) =>
    closedAt !== undefined &&
    timestampMs(closedAt) >= timestampMs(from) &&
    (until === undefined || timestampMs(closedAt) < timestampMs(until));
  const openedIn = (ticket: Ticket, from: Timestamp, until: Timestamp) =>
    timestampMs(ticket.openedAt!) >= timestampMs(from) && timestampMs(ticket.openedAt!) < timestampMs(until);

  it.each<[string, () => Filter, (ticket: Ticket) => boolean]>([
    ['by nothing', () => ({}), () => true],
    ['by one status', () => ({ statuses: [Status.ACTIVE] }), ({ status }) => status === Status.ACTIVE],
    [
      'by two statuses',
      () => ({ statuses: [Status.OPEN, Status.CLOSED] }),
      ({ status }) => status !== Status.ACTIVE,
    ],
    ['by category', () => ({ categories: [TECHNICAL_IT] }), ({ category }) => category === TECHNICAL_IT],
    [
      'from a time on, included',
      () => ({ openedFrom: time(7) }),
      ({ openedAt }) => timestampMs(openedAt!) >= timestampMs(time(7)),
    ],
    [
      'until a time, excluded',
      () => ({ openedUntil: time(7) }),
      ({ openedAt }) => timestampMs(openedAt!) < timestampMs(time(7)),
    ],
    [
      'by a period',
      () => ({ openedFrom: time(12), openedUntil: time(3) }),
      (ticket) => openedIn(ticket, time(12), time(3)),
    ],
    ['by an empty period', () => ({ openedFrom: time(3), openedUntil: time(3) }), () => false],
    [
      'by a period that ends before it begins',
      () => ({ openedFrom: time(3), openedUntil: time(9) }),
      () => false,
    ],
    [
      'by fractions of a millisecond',
      () => ({ openedFrom: { seconds: time(7).seconds, nanos: time(7).nanos + 1 } }),
      ({ openedAt }) => timestampMs(openedAt!) > timestampMs(time(7)),
    ],
    ['closed from a time on, included', () => ({ closedFrom: closing(2) }), (it) => closedIn(it, closing(2))],
    [
      'closed until a time, excluded',
      () => ({ closedUntil: closing(2) }),
      (it) => closedIn(it, timestampFromMs(0), closing(2)),
    ],
    [
      'closed in a period',
      () => ({ closedFrom: closing(4), closedUntil: closing(1) }),
      (it) => closedIn(it, closing(4), closing(1)),
    ],
    [
      'closed in a millisecond',
      () => ({ closedFrom: closing(1), closedUntil: closing(1, 1) }),
      (it) => closedIn(it, closing(1), closing(1, 1)),
    ],
    ['closed in an empty period', () => ({ closedFrom: closing(1), closedUntil: closing(1) }), () => false],
    [
      'closed in a period that ends before it begins',
      () => ({ closedFrom: closing(1), closedUntil: closing(3) }),
      () => false,
    ],
    [
      'closed from fractions of a millisecond on',
      () => ({ closedFrom: { seconds: closing(2).seconds, nanos: closing(2).nanos + 1 } }),
      (it) => closedIn(it, closing(2, 1)),
    ],
    [
      'closed until fractions of a millisecond',
      () => ({ closedUntil: { seconds: closing(2).seconds, nanos: closing(2).nanos + 1 } }),
      (it) => closedIn(it, timestampFromMs(0), closing(2, 1)),
    ],
    [
      'closed from the year 1',
      () => ({ closedFrom: { seconds: -62_135_596_800n } }),
      ({ status }) => status === Status.CLOSED,
    ],
    [
      'closed until after all time',
      () => ({ closedUntil: { seconds: 2n ** 63n - 1n } }),
      ({ status }) => status === Status.CLOSED,
    ],
    [
      'closed in a period, and not closed',
      () => ({ closedFrom: closing(4), statuses: [Status.OPEN, Status.ACTIVE] }),
      () => false,
    ],
    [
      'closed in a period, and all else at once',
      () => ({
        statuses: [Status.CLOSED],
        categories: [TECHNICAL_IT, SERVICES_COMPLAINTS],
        text: 'the is',
        openedFrom: time(16),
        openedUntil: time(1),
        closedFrom: closing(4),
        closedUntil: closing(0),
      }),
      (it) =>
        it.category !== FACILITY_MANAGEMENT &&
        openedIn(it, time(16), time(1)) &&
        closedIn(it, closing(4), closing(0)),
    ],
    ['by text', () => ({ text: 'wifi' }), ({ description }) => description.includes('wifi')],
    [
      'by everything at once',
      () => ({
        statuses: [Status.OPEN, Status.ACTIVE],
        categories: [FACILITY_MANAGEMENT, SERVICES_COMPLAINTS],
        text: 'the is',
        openedFrom: time(16),
        openedUntil: time(1),
      }),
      (ticket) =>
        ticket.status !== Status.CLOSED &&
        ticket.category !== TECHNICAL_IT &&
        openedIn(ticket, time(16), time(1)),
    ],
    ['from the year 1', () => ({ openedFrom: { seconds: -62_135_596_800n } }), () => true],
    [
      'until the year 9999',
      () => ({ openedUntil: { seconds: 253_402_300_799n, nanos: 999_999_999 } }),
      () => true,
    ],
    ['until the year 1', () => ({ openedUntil: { seconds: -62_135_596_800n } }), () => false],
    ['from before all time', () => ({ openedFrom: { seconds: -(2n ** 63n) } }), () => true],
    ['until after all time', () => ({ openedUntil: { seconds: 2n ** 63n - 1n } }), () => true],
    [
      'from after all time',
      () => ({ openedFrom: { seconds: 2n ** 63n - 1n, nanos: 2_147_483_647 } }),
      () => false,
    ],
  ])('%s holds just the tickets that pass', async (_, filter, passes) => {
    const expected = all.filter(passes).map(({ id }) => id);
    const { tickets } = await desk.helpdesk.listTickets(filter());
    expect(tickets.map(({ id }) => id)).toEqual(expected);
    const exported: bigint[] = [];
    for await (const part of desk.helpdesk.exportTickets(filter()))
      exported.push(...part.tickets.map(({ id }) => id));
    expect(exported).toEqual(expected);
  });

  it.each([
    TicketOrder.OPENED_NEWEST,
    TicketOrder.OPENED_OLDEST,
    TicketOrder.CHANGED_NEWEST,
    TicketOrder.CHANGED_OLDEST,
  ])('by closing goes on over its pages in order %s, and no other list does', async (order) => {
    const listing = { closedFrom: closing(4), closedUntil: closing(0), order };
    const whole = await desk.helpdesk.listTickets(listing);
    expect(whole.tickets).toHaveLength(4);
    const walked: Ticket[] = [];
    for (let pageToken = '', more = true; more; more = pageToken !== '') {
      const page = await desk.helpdesk.listTickets({ ...listing, pageSize: 3, pageToken });
      walked.push(...page.tickets);
      pageToken = page.nextPageToken;
    }
    expect(walked).toEqual(whole.tickets);
    const { nextPageToken: pageToken } = await desk.helpdesk.listTickets({ ...listing, pageSize: 3 });
    for (const other of [
      { ...listing, closedFrom: closing(3) },
      { ...listing, closedUntil: undefined },
      { order, openedFrom: listing.closedFrom, openedUntil: listing.closedUntil },
    ])
      expect(await refused(desk.helpdesk.listTickets({ ...other, pageToken }))).toMatchObject({
        code: 'INVALID_ARGUMENT',
        fields: ['page_token'],
      });
  });

  it('holds at the portal what is not closed', async () => {
    const expected = all.filter(({ status }) => status !== Status.CLOSED).map(({ id }) => id);
    const { tickets } = await desk.portal.listTickets({});
    expect(tickets.map(({ id }) => id)).toEqual(expected);
    const active = await desk.portal.listTickets({ statuses: [Status.ACTIVE], categories: [TECHNICAL_IT] });
    expect(active.tickets.length).toBeGreaterThan(0);
    for (const ticket of active.tickets)
      expect(ticket).toMatchObject({ status: Status.ACTIVE, category: TECHNICAL_IT });
  });

  it('holds at the portal what is at one place, written so', async () => {
    const here = await report(desk, { description: 'The lamp flickers', location: 'Room 2.14' });
    const later = await report(desk, { description: 'The food is cold', location: 'Room 2.14' });
    for (const location of ['room 2.14', 'Room 2.1', 'Zimmer 2.14', '']) await report(desk, { location });
    const at = async (filter: object) =>
      (await desk.portal.listTickets({ location: 'Room 2.14', ...filter })).tickets.map(({ id }) => id);
    expect(await at({})).toEqual([later.id, here.id]);
    expect(await at({ text: 'lamp' })).toEqual([here.id]);
    const { nextPageToken: pageToken } = await desk.portal.listTickets({
      location: 'Room 2.14',
      pageSize: 1,
    });
    expect(await at({ pageToken })).toEqual([here.id]);
    expect(await refused(desk.portal.listTickets({ pageToken }))).toMatchObject({ fields: ['page_token'] });
    expect(await at({ location: 'Room 9' })).toEqual([]);
    await close(desk, here.id);
    expect(await at({})).toEqual([later.id]);
  });
});
