import { create } from '@bufbuild/protobuf';
import { Status, TicketSchema, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused, type Refused } from './refused.ts';
import { everything } from './tables.ts';
import { close, report } from './tickets.ts';
import { caughtUp, take } from './streams.ts';

const secret = 'The boiler hums a secret melody';

describeOnEachDatabase('a closed ticket at the portal', (createDatabase) => {
  let desk: TestDesk;
  let closed: Ticket;
  let gone: Partial<Refused>;
  const requestId = randomUUID();

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    const { id: ticketId } = await report(desk, { description: secret });
    await desk.portal.postMessage({ ticketId, body: secret, requestId: randomUUID() });
    closed = await close(desk, ticketId);
    await report(desk);
    const closed_at = timestampDate(closed.closedAt!).toISOString();
    gone = {
      code: 'NOT_FOUND',
      reason: 'TICKET_CLOSED',
      metadata: { ticket_id: String(ticketId), closed_at },
    };
  });

  afterAll(() => desk.close());

  it('cannot be read', async () => {
    const { portal } = desk;
    const ticketId = closed.id;
    const calls = [
      portal.getTicket({ ticketId }),
      portal.listMessages({ ticketId }),
      portal.listHistory({ ticketId }),
    ];
    for (const refusal of await Promise.all(calls.map(refused))) expect(refusal).toMatchObject(gone);
  });

  it('cannot be written to, and nothing is stored', async () => {
    const before = await everything(desk.database);
    const ticketId = closed.id;
    const edit = desk.portal.updateTicket({ ticketId, title: 'x', requestId });
    expect(await refused(edit)).toMatchObject(gone);
    const message = desk.portal.postMessage({ ticketId, body: 'x', requestId });
    expect(await refused(message)).toMatchObject(gone);
    expect(await everything(desk.database)).toEqual(before);
  });

  it.each([{}, { text: 'secret melody' }, { text: '#1' }, { statuses: [Status.OPEN, Status.ACTIVE] }])(
    'is in no list: %j',
    async (filter) => {
      const { tickets } = await desk.portal.listTickets(filter);
      expect(tickets.map(({ id }) => id)).not.toContain(closed.id);
      expect((await desk.helpdesk.listTickets({ text: 'secret melody' })).tickets).toHaveLength(1);
    },
  );

  it('is in no count and among no similar tickets', async () => {
    const { counts } = await desk.portal.countTickets({});
    expect(counts).toHaveLength(6);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect((await desk.portal.findSimilarTickets({ text: secret })).matches).toEqual([]);
  });

  it('is told of as closed by those who watch, without any of its texts, also to who comes late', async () => {
    await caughtUp(desk, 5n);
    const told = await take(desk.portal.watchTickets({ afterRevision: 0n }), 2);
    expect(told.map(({ revision, ticket }) => [revision, ticket?.id])).toEqual([
      [4n, 1n],
      [5n, 2n],
    ]);
    const { id, status, version, closedAt } = closed;
    expect(told[0]?.ticket).toEqual(create(TicketSchema, { id, status, version, closedAt: closedAt! }));
    expect(told[0]?.message).toBeUndefined();
  });
});
