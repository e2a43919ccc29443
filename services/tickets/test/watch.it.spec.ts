import type { WatchTicketsResponse } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused } from './refused.ts';
import { caughtUp, take } from './streams.ts';
import { activate, close, report } from './tickets.ts';

describeOnEachDatabase('watching tickets', (createDatabase) => {
  let desk: TestDesk;
  const states: Ticket[] = [];

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    const ticket = await report(desk);
    const ticketId = ticket.id;
    states.push(ticket);
    for (const title of ['A', 'B', 'C']) {
      const { ticket: edited } = await desk.portal.updateTicket({ ticketId, title, requestId: randomUUID() });
      states.push(edited!);
    }
    await desk.portal.postMessage({ ticketId, body: 'Hello', requestId: randomUUID() });
    states.push((await desk.portal.getTicket({ ticketId })).ticket!, await activate(desk, ticketId));
  });

  afterAll(() => desk.close());

  it.each(['portal', 'helpdesk'] as const)(
    'replays every change with the ticket as it was then (%s)',
    async (door) => {
      const stream = desk[door].watchTickets({ afterRevision: 0n }) as AsyncGenerator<WatchTicketsResponse>;
      const changes = await take(stream, states.length);
      expect(changes.map(({ revision }) => revision)).toEqual([1n, 2n, 3n, 4n, 5n, 6n]);
      expect(changes.map(({ ticket }) => ticket)).toEqual(states);
      expect(changes.map(({ message }) => message?.body)).toEqual([
        ...[undefined, undefined, undefined, undefined],
        'Hello',
        undefined,
      ]);
    },
  );

  it('begins after the revision that was asked for', async () => {
    const changes = await take(desk.helpdesk.watchTickets({ afterRevision: 4n }), 2);
    expect(changes.map(({ revision }) => revision)).toEqual([5n, 6n]);
  });

  it.each(['portal', 'helpdesk'] as const)(
    'tells what happens, after a first heartbeat (%s)',
    async (door) => {
      const { revision } = await desk[door].listTickets({});
      const stream = desk[door].watchTickets({});
      const heartbeat = await stream.next();
      expect(heartbeat.value).toMatchObject({ revision });
      expect(heartbeat.value?.ticket).toBeUndefined();
      const ticket = await report(desk);
      expect((await stream.next()).value).toMatchObject({ revision: revision + 1n, ticket });
      const message = { ticketId: ticket.id, body: 'Live', requestId: randomUUID() };
      const posted = await desk.helpdesk.postMessage(message);
      expect((await stream.next()).value).toMatchObject({
        revision: revision + 2n,
        ticket: { id: ticket.id, messageCount: 1 },
        message: posted.message,
      });
      await stream.return(undefined);
    },
  );

  it('tells at the portal of a closing without texts, and at the helpdesk with them', async () => {
    const ticket = await report(desk);
    const { revision } = await desk.portal.listTickets({});
    const streams = [desk.portal, desk.helpdesk].map((door) =>
      door.watchTickets({ afterRevision: revision }),
    );
    await Promise.all(streams.map((stream) => stream.next()));
    const closed = await close(desk, ticket.id);
    const told = [];
    for (const stream of streams) {
      let step = await stream.next();
      while (step.value?.ticket?.closedAt === undefined) step = await stream.next();
      told.push(step.value.ticket);
      await stream.return(undefined);
    }
    const { id, status, version, closedAt } = closed;
    expect(told[0]).toMatchObject({ id, status, version, closedAt, description: '', title: '' });
    expect(told[1]).toEqual(closed);
  });

  it('tells a late portal how far it is when all that it missed is gone', async () => {
    const { revision } = await desk.portal.listTickets({});
    const ticket = await report(desk);
    await close(desk, ticket.id);
    await caughtUp(desk, revision + 3n);
    const [first] = await take(desk.portal.watchTickets({ afterRevision: revision }), 1);
    expect(first).toMatchObject({ revision: revision + 3n, ticket: { id: ticket.id, description: '' } });
    const [second] = await take(desk.portal.watchTickets({ afterRevision: revision + 3n }), 1);
    expect(second?.revision).toBe(revision + 3n);
    expect(second?.ticket).toBeUndefined();
  });

  it.each(['portal', 'helpdesk'] as const)('refuses a revision of the future (%s)', async (door) => {
    const { revision } = await desk[door].listTickets({});
    for (const afterRevision of [revision + 1n, 2n ** 62n])
      expect(await refused(desk[door].watchTickets({ afterRevision }).next())).toMatchObject({
        code: 'OUT_OF_RANGE',
        reason: 'REVISION_NOT_REACHED',
      });
  });

  it('ends with UNAVAILABLE when the server stops', async () => {
    const streams = [desk.portal.watchTickets({}), desk.helpdesk.watchTickets({}), desk.feed.follow({})];
    for (const stream of streams) await stream.next();
    const ends = streams.map(async (stream) => {
      for await (const _ of stream);
    });
    const refusals = Promise.all(ends.map((end) => refused(end)));
    await desk.stopServer();
    for (const refusal of await refusals)
      expect(refusal).toMatchObject({ code: 'UNAVAILABLE', reason: 'STOPPING' });
  });
});
