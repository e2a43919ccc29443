import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from './databases.ts';
import { openDesk, type TestDesk } from './desk.ts';
import { refused } from './refused.ts';
import { activate, close, report } from './tickets.ts';

describeOnEachDatabase('what both doors read', (createDatabase) => {
  let desk: TestDesk;
  let talked: Ticket;
  let other: Ticket;

  beforeAll(async () => {
    desk = await openDesk(createDatabase);
    talked = await report(desk);
    other = await report(desk, { description: 'The wifi is dead' });
    for (let index = 0; index < 57; index++) {
      const ticketId = index % 10 === 9 ? other.id : talked.id;
      await desk.portal.postMessage({ ticketId, body: `Message ${index}`, requestId: randomUUID() });
    }
    await activate(desk, talked.id);
  });

  afterAll(() => desk.close());

  it.each(['portal', 'helpdesk'] as const)('messages come in pages, the oldest first (%s)', async (door) => {
    const bodies: string[] = [];
    const lengths: number[] = [];
    for (let pageToken = '', more = true; more; more = pageToken !== '') {
      const page = await desk[door].listMessages({ ticketId: talked.id, pageSize: 20, pageToken });
      bodies.push(...page.messages.map(({ body }) => body));
      lengths.push(page.messages.length);
      pageToken = page.nextPageToken;
    }
    const sent = Array.from({ length: 57 }, (_, index) => index).filter((index) => index % 10 !== 9);
    expect(bodies).toEqual(sent.map((index) => `Message ${index}`));
    expect(lengths).toEqual([20, 20, 12]);
  });

  it.each(['portal', 'helpdesk'] as const)('history comes in pages, the oldest first (%s)', async (door) => {
    const first = await desk[door].listHistory({ ticketId: talked.id });
    expect(first.changes).toHaveLength(50);
    const pageToken = first.nextPageToken;
    const second = await desk[door].listHistory({ ticketId: talked.id, pageToken, pageSize: 200 });
    const revisions = [...first.changes, ...second.changes].map(({ revision }) => revision);
    expect(revisions).toHaveLength(54);
    expect(revisions).toEqual(revisions.toSorted((a, b) => Number(a - b)));
    expect(second.nextPageToken).toBe('');
    expect([...first.changes, ...second.changes].every(({ ticketId }) => ticketId === talked.id)).toBe(true);
  });

  it('a token of one ticket or list serves no other', async () => {
    const { nextPageToken: pageToken } = await desk.portal.listMessages({ ticketId: talked.id, pageSize: 5 });
    const foreign = [
      desk.portal.listMessages({ ticketId: other.id, pageToken }),
      desk.portal.listHistory({ ticketId: talked.id, pageToken }),
      desk.portal.listTickets({ pageToken }),
    ];
    for (const refusal of await Promise.all(foreign.map(refused)))
      expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', fields: ['page_token'] });
  });

  it('counts are what a list holds, zeros included, at either door', async () => {
    await close(desk, (await report(desk)).id);
    for (const [door, groups] of [
      ['portal', 6],
      ['helpdesk', 9],
    ] as const) {
      const { counts, revision } = await desk[door].countTickets({});
      const { tickets } = await desk[door].listTickets({ pageSize: 200 });
      expect(counts).toHaveLength(groups);
      expect(counts.some(({ count }) => count === 0)).toBe(true);
      for (const { status, category, count } of counts)
        expect(count).toBe(tickets.filter((t) => t.status === status && t.category === category).length);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(tickets.length);
      expect(counts.some(({ status }) => status === Status.CLOSED)).toBe(door === 'helpdesk');
      expect(revision).toBe((await desk.helpdesk.listTickets({})).revision);
    }
  });

  it('a write is seen by the read that follows, at its revision', async () => {
    const { revision, message } = await desk.helpdesk.postMessage({
      ticketId: other.id,
      body: 'Seen at once',
      requestId: randomUUID(),
    });
    const read = await desk.portal.getTicket({ ticketId: other.id });
    expect(read.revision).toBe(revision);
    expect(read.ticket?.lastMessageAt).toEqual(message?.sentAt);
  });

  it('an edit that changes nothing answers the present revision and leaves the version', async () => {
    const { revision, ticket: before } = await desk.portal.getTicket({ ticketId: other.id });
    const edit = { ticketId: other.id, description: other.description, requestId: randomUUID() };
    expect(await desk.portal.updateTicket(edit)).toMatchObject({
      revision,
      ticket: { version: before!.version },
    });
  });

  it('an export holds every ticket of a list, at its revision', async () => {
    await Promise.all(Array.from({ length: 120 }, () => report(desk)));
    const { tickets, revision } = await desk.helpdesk.listTickets({ pageSize: 200 });
    const parts = [];
    for await (const part of desk.helpdesk.exportTickets({})) parts.push(part);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.flatMap((part) => part.tickets)).toEqual(tickets);
    expect(new Set(parts.map((part) => part.revision))).toEqual(new Set([revision]));
  });
});
