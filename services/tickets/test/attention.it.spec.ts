import {
  CategorySource,
  Side,
  Status,
  TicketOrder,
  type Ticket,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FeedHeadEntity } from '../src/store/entities.ts';
import { verify } from '../src/store/verify.ts';
import { request } from './commands.ts';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { randomCommand, randomFrom } from './random.ts';
import { refused } from './refused.ts';
import { writerOn } from './writers.ts';

type Filter = Omit<Parameters<TestDesk['helpdesk']['listTickets']>[0], '$typeName'>;

const orders = [
  TicketOrder.OPENED_NEWEST,
  TicketOrder.OPENED_OLDEST,
  TicketOrder.CHANGED_NEWEST,
  TicketOrder.CHANGED_OLDEST,
];

describeOnEachDatabase('tickets that need an eye', (createDatabase) => {
  let desk: TestDesk;
  let other: TestDesk;
  const random = randomFrom(14);

  /** Writes random changes, by two replicas at once. */
  const write = async (rounds: number) => {
    const writers = [desk, other].map(({ database }) => writerOn(database));
    for (let round = 0; round < rounds; round++)
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          writers[index % 2]!.submit(request(randomCommand(random, 60))),
        ),
      );
  };
  const head = () => desk.database.read((manager) => manager.findOneByOrFail(FeedHeadEntity, { id: 1 }));
  const setHead = (values: object) =>
    desk.database.write((manager) => manager.update(FeedHeadEntity, { id: 1 }, values));

  /** All tickets of a list, over its pages. */
  const listed = async (filter: Filter) => {
    const tickets: Ticket[] = [];
    for (let pageToken = '', more = true; more; more = pageToken !== '') {
      const page = await desk.helpdesk.listTickets({ ...filter, pageSize: 7, pageToken });
      tickets.push(...page.tickets);
      pageToken = page.nextPageToken;
    }
    return tickets;
  };
  const ids = (tickets: readonly Ticket[]) => tickets.map(({ id }) => id);

  beforeAll(async () => {
    const place = await createDatabase();
    desk = await openDesk(() => Promise.resolve(place));
    other = await openDesk(() => Promise.resolve({ ...place, drop: () => Promise.resolve() }));
    await write(40);
  });

  afterAll(async () => {
    await other.close();
    await desk.close();
  });

  it.each<[string, Filter, (ticket: Ticket) => boolean]>([
    [
      'wait',
      { awaitingReply: true },
      ({ status, lastMessageSide }) => status !== Status.CLOSED && lastMessageSide === Side.USER,
    ],
    [
      'are unsure',
      { unsureCategory: true },
      ({ status, categorySource, categoryConfidence }) =>
        status !== Status.CLOSED && categorySource === CategorySource.AUTOMATIC && categoryConfidence < 0.7,
    ],
    ['are at a place', { location: 'Library' }, ({ location }) => location === 'Library'],
  ])(
    'those that %s are listed and exported, in every order, alone and with all else',
    async (_, filter, passes) => {
      for (const order of orders) {
        const all = await listed({ order });
        const expected = all.filter(passes);
        expect(expected.length).toBeGreaterThan(3);
        expect(expected.length).toBeLessThan(all.length);
        expect(ids(await listed({ ...filter, order }))).toEqual(ids(expected));
        const exported: bigint[] = [];
        for await (const part of desk.helpdesk.exportTickets({ ...filter, order }))
          exported.push(...ids(part.tickets));
        expect(exported).toEqual(ids(expected));
        for (const also of [
          { statuses: [Status.ACTIVE] },
          { categories: [expected[0]!.category] },
          { text: 'the' },
          { location: expected[0]!.location },
          { openedFrom: all[20]!.openedAt },
          { awaitingReply: true },
          { unsureCategory: true },
        ] satisfies Filter[])
          expect([also, ids(await listed({ ...filter, ...also, order }))]).toEqual([
            also,
            ids((await listed({ ...also, order })).filter(passes)),
          ]);
      }
    },
  );

  it('go on only where their list began', async () => {
    const { nextPageToken: pageToken } = await desk.helpdesk.listTickets({
      awaitingReply: true,
      pageSize: 1,
    });
    expect(pageToken).not.toBe('');
    for (const filter of [
      {},
      { unsureCategory: true },
      { awaitingReply: true, unsureCategory: true },
      { awaitingReply: true, location: 'Library' },
    ] satisfies Filter[])
      expect(await refused(desk.helpdesk.listTickets({ ...filter, pageToken }))).toMatchObject({
        fields: ['page_token'],
      });
  });

  it('a location that is too long is refused', async () => {
    const location = 'x'.repeat(201);
    const refusal = { code: 'INVALID_ARGUMENT', fields: ['location'] };
    expect(await refused(desk.helpdesk.listTickets({ location }))).toMatchObject(refusal);
    expect(await refused(desk.helpdesk.exportTickets({ location }).next())).toMatchObject(refusal);
  });

  it('are as many as the desk says, whoever writes', async () => {
    for (let round = 0; round < 15; round++) {
      await write(2);
      const { awaitingReplyCount, unsureCategoryCount } = await other.helpdesk.countTickets({});
      expect({ awaitingReplyCount, unsureCategoryCount }).toEqual({
        awaitingReplyCount: (await listed({ awaitingReply: true })).length,
        unsureCategoryCount: (await listed({ unsureCategory: true })).length,
      });
    }
    const { revision, attentionRevision } = await head();
    expect(attentionRevision).toBe(revision);
  });

  it('are counted right after a version wrote that does not know of them, before and after the next write', async () => {
    const { awaitingReplyCount, unsureCategoryCount, attentionRevision } = await head();
    await write(3);
    await setHead({ awaitingReplyCount, unsureCategoryCount, attentionRevision });
    const expectCounted = async () => {
      const counted = await desk.helpdesk.countTickets({});
      expect(counted.awaitingReplyCount).toBe((await listed({ awaitingReply: true })).length);
      expect(counted.unsureCategoryCount).toBe((await listed({ unsureCategory: true })).length);
      const { counters } = await verify(desk.database, new CampusCalendar('UTC'));
      expect(counters.kept).toEqual([]);
    };
    await expectCounted();
    await write(1);
    const { revision, attentionRevision: since } = await head();
    expect(since).toBe(revision);
    await expectCounted();
  });
});
