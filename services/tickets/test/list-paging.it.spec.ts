import { Category, Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused } from './refused.ts';
import { report } from './tickets.ts';

type Listing = Parameters<TestDesk['helpdesk']['listTickets']>[0];

describeOnEachDatabase('the pages of a list', (createDatabase) => {
  let desk: TestDesk;
  let original: readonly bigint[];

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    // Submitted together, many are opened in the same millisecond.
    const tickets = await Promise.all(Array.from({ length: 260 }, () => report(desk)));
    original = tickets.map(({ id }) => id).sort((a, b) => Number(a - b));
  });

  afterAll(() => desk.close());

  /** The numbers on all pages of a list; something may be done between two pages. */
  async function walk(listing: Listing, between: () => Promise<unknown> = () => Promise.resolve()) {
    const ids: bigint[] = [];
    const revisions = new Set<bigint>();
    for (let pageToken = '', more = true; more; more = pageToken !== '') {
      const page = await desk.helpdesk.listTickets({ ...listing, pageToken });
      ids.push(...page.tickets.map(({ id }) => id));
      revisions.add(page.revision);
      pageToken = page.nextPageToken;
      if (pageToken !== '') await between();
    }
    return { ids, revisions };
  }

  it.each([
    [TicketOrder.OPENED_NEWEST, 'newest'],
    [TicketOrder.OPENED_OLDEST, 'oldest'],
    [TicketOrder.CHANGED_NEWEST, 'newest'],
    [TicketOrder.CHANGED_OLDEST, 'oldest'],
  ] as const)('in order %s hold every ticket once', async (order, first) => {
    const { ids } = await walk({ order, pageSize: 17 });
    expect(ids.toSorted((a, b) => Number(a - b))).toEqual(original);
    const all = await walk({ order, pageSize: 200 });
    expect(all.ids).toEqual(ids);
    if (order === TicketOrder.OPENED_NEWEST || order === TicketOrder.OPENED_OLDEST)
      expect(ids).toEqual(first === 'oldest' ? original : original.toReversed());
  });

  it.each([TicketOrder.OPENED_NEWEST, TicketOrder.OPENED_OLDEST])(
    'in order %s neither repeat nor skip a ticket while others are opened and changed',
    async (order) => {
      const { ids, revisions } = await walk({ order, pageSize: 30 }, async () => {
        await Promise.all([report(desk), report(desk)]);
        await desk.portal.postMessage({ ticketId: original[5]!, body: 'Hello', requestId: randomUUID() });
      });
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => original.includes(id)).toSorted((a, b) => Number(a - b))).toEqual(original);
      // Watching after the first page's revision repairs every page.
      expect(revisions.size).toBe(1);
    },
  );

  it('move a changed ticket to the front of the last changed ones', async () => {
    await desk.portal.postMessage({ ticketId: original[3]!, body: 'Hello', requestId: randomUUID() });
    const { tickets } = await desk.helpdesk.listTickets({ order: TicketOrder.CHANGED_NEWEST, pageSize: 1 });
    expect(tickets.map(({ id }) => id)).toEqual([original[3]]);
    const { ids } = await walk({ order: TicketOrder.CHANGED_OLDEST, pageSize: 200 });
    expect(ids.at(-1)).toBe(original[3]);
  });

  it.each([
    [0, 50],
    [1, 1],
    [200, 200],
    [201, 200],
    [2_147_483_647, 200],
  ])('of size %d hold %d', async (pageSize, length) => {
    const page = await desk.helpdesk.listTickets({ pageSize });
    expect(page.tickets).toHaveLength(length);
    expect(page.nextPageToken).not.toBe('');
  });

  it('end without a token, also when the last is full', async () => {
    const { tickets, nextPageToken } = await desk.helpdesk.listTickets({
      text: String(original[0]),
      pageSize: 200,
    });
    expect(nextPageToken).toBe('');
    const full = await desk.helpdesk.listTickets({ text: String(original[0]), pageSize: tickets.length });
    expect(full.nextPageToken).toBe('');
  });

  it('go on by the token of the same list alone, whatever the page size', async () => {
    const listing = {
      statuses: [Status.OPEN],
      openedFrom: { seconds: 2n },
      pageSize: 10,
      order: TicketOrder.OPENED_OLDEST,
    };
    const { nextPageToken: pageToken } = await desk.helpdesk.listTickets(listing);
    const next = await desk.helpdesk.listTickets({ ...listing, pageToken, pageSize: 20 });
    expect(next.tickets.map(({ id }) => id)).toEqual(original.slice(10, 30));
    const { nextPageToken: messagesToken } = await desk.helpdesk.listHistory({
      ticketId: original[3]!,
      pageSize: 1,
    });
    for (const other of [
      { ...listing, statuses: [] },
      { ...listing, statuses: [Status.ACTIVE] },
      { ...listing, categories: [Category.TECHNICAL_IT] },
      { ...listing, text: 'projector' },
      { ...listing, openedFrom: { seconds: 1n } },
      { ...listing, openedUntil: { seconds: 4_000_000_000n } },
      { ...listing, closedFrom: { seconds: 1n } },
      { ...listing, closedUntil: { seconds: 4_000_000_000n } },
      { ...listing, closedFrom: listing.openedFrom, openedFrom: undefined },
      { ...listing, order: TicketOrder.OPENED_NEWEST },
    ])
      expect(await refused(desk.helpdesk.listTickets({ ...other, pageToken }))).toMatchObject({
        code: 'INVALID_ARGUMENT',
        fields: ['page_token'],
      });
    const foreign = desk.helpdesk.listTickets({ pageToken: messagesToken });
    expect(await refused(foreign)).toMatchObject({ fields: ['page_token'] });
  });
});
