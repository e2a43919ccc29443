import { Status, TicketOrder, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { report } from './tickets.ts';

type Listing = Parameters<TestDesk['helpdesk']['listTickets']>[0];

describeOnEachDatabase('a list that is repaired by watching after its first page', (createDatabase) => {
  let desk: TestDesk;
  let disturbances = 0;

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    disturbances = 0;
    await Promise.all(Array.from({ length: 60 }, () => report(desk)));
  });
  afterAll(() => desk.close());

  /** Changes tickets all over the list: one is opened, one moves on, one is written to. */
  async function disturb(): Promise<void> {
    const [first, second] = [BigInt(1 + disturbances * 4), BigInt(60 - disturbances * 3)];
    disturbances++;
    await report(desk);
    await desk.helpdesk.activateTicket({ ticketId: first, requestId: randomUUID() });
    await desk.portal.postMessage({ ticketId: second, body: 'Still broken.', requestId: randomUUID() });
  }

  /** Lists page by page while tickets change, then takes in every change since the first page. */
  async function listAndRepair(listing: Listing, belongs: (ticket: Ticket) => boolean) {
    const seen = new Map<bigint, Ticket>();
    let first: bigint | undefined;
    for (let pageToken = '', more = true; more; more = pageToken !== '') {
      const page = await desk.helpdesk.listTickets({ ...listing, pageSize: 10, pageToken });
      first ??= page.revision;
      for (const ticket of page.tickets) seen.set(ticket.id, ticket);
      pageToken = page.nextPageToken;
      if (pageToken !== '' && seen.size <= 40) await disturb();
    }
    const { revision: present } = await desk.helpdesk.countTickets({});
    expect(present).toBeGreaterThan(first!);
    for await (const { revision, ticket } of desk.helpdesk.watchTickets({ afterRevision: first! })) {
      if (ticket !== undefined) {
        if (belongs(ticket)) seen.set(ticket.id, ticket);
        else seen.delete(ticket.id);
      }
      if (revision >= present) break;
    }
    return [...seen.values()].toSorted((a, b) => Number(a.id - b.id));
  }

  it.each<[string, Listing, (ticket: Ticket) => boolean]>([
    ['the last changed first', { order: TicketOrder.CHANGED_NEWEST }, () => true],
    ['the longest untouched first', { order: TicketOrder.CHANGED_OLDEST }, () => true],
    [
      'under a filter that tickets leave meanwhile',
      { statuses: [Status.OPEN] },
      (ticket) => ticket.status === Status.OPEN,
    ],
  ])('holds exactly what is there: %s', async (_, listing, belongs) => {
    const repaired = await listAndRepair(listing, belongs);
    const { tickets, nextPageToken } = await desk.helpdesk.listTickets({ ...listing, pageSize: 200 });
    expect(nextPageToken).toBe('');
    expect(repaired).toEqual(tickets.toSorted((a, b) => Number(a.id - b.id)));
  });
});
