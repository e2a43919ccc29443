import { timestampFromMs, timestampMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import { Category, Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
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

  it('holds at the portal what is not closed', async () => {
    const expected = all.filter(({ status }) => status !== Status.CLOSED).map(({ id }) => id);
    const { tickets } = await desk.portal.listTickets({});
    expect(tickets.map(({ id }) => id)).toEqual(expected);
    const active = await desk.portal.listTickets({ statuses: [Status.ACTIVE], categories: [TECHNICAL_IT] });
    expect(active.tickets.length).toBeGreaterThan(0);
    for (const ticket of active.tickets)
      expect(ticket).toMatchObject({ status: Status.ACTIVE, category: TECHNICAL_IT });
  });
});
