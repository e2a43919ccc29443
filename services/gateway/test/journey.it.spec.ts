import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { detailsOf } from './json-calls.ts';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

const portal = 'portal.v1.PortalService';
const helpdesk = 'helpdesk.v1.HelpdeskService';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk();
});
afterAll(() => desk.close());

const report = async (description: string) => {
  const { status, body } = await desk.call(`${portal}/CreateTicket`, {
    description,
    requestId: randomUUID(),
  });
  expect(status).toBe(200);
  return body.ticket as { id: string; version: number; modifiedAt: string; category: string };
};

const move = (rpc: 'ActivateTicket' | 'CloseTicket', ticketId: string) =>
  desk.call(`${helpdesk}/${rpc}`, { ticketId, requestId: randomUUID() });

const read = async (ticketId: string) => (await desk.call(`${helpdesk}/GetTicket`, { ticketId })).body.ticket;

describe('the journey of a report over plain HTTP', () => {
  it('gives each report its category at once, and lists all of them', async () => {
    const texts = [
      'The heating in room 2.14 is cold',
      'No Wi-Fi on the second floor',
      'The canteen food was bad',
    ];
    const reported = [];
    for (const text of texts) reported.push(await report(text));
    expect(reported.map(({ category }) => category)).toEqual([
      'CATEGORY_FACILITY_MANAGEMENT',
      'CATEGORY_TECHNICAL_IT',
      'CATEGORY_SERVICES_COMPLAINTS',
    ]);
    const { body } = await desk.call(`${portal}/ListTickets`);
    const listed = (body.tickets as { id: string; status: string }[]).map(({ id, status }) => [id, status]);
    expect(listed).toEqual(reported.map(({ id }) => [id, 'STATUS_OPEN']).reverse());
  });

  it('moves the modification date with an edit', async () => {
    const { id, modifiedAt } = await report('The door of room 1 squeaks');
    while (Date.now() <= Date.parse(modifiedAt));
    const edit = { ticketId: id, location: 'Building A', requestId: randomUUID() };
    const { body } = await desk.call(`${portal}/UpdateTicket`, edit);
    expect(body.ticket).toMatchObject({ location: 'Building A', version: 2 });
    expect(Date.parse(body.ticket.modifiedAt)).toBeGreaterThan(Date.parse(modifiedAt));
    expect(await read(id)).toEqual(body.ticket);
  });

  it('shows the messages of both doors, each with its side, the oldest first', async () => {
    const { id } = await report('The lamp flickers');
    for (const [door, body] of [
      [portal, 'since Monday'],
      [helpdesk, 'we are coming'],
    ] as const)
      await desk.call(`${door}/PostMessage`, { ticketId: id, body, requestId: randomUUID() });
    for (const door of [portal, helpdesk]) {
      const { body } = await desk.call(`${door}/ListMessages`, { ticketId: id });
      expect(body.messages).toMatchObject([
        { side: 'SIDE_USER', body: 'since Monday' },
        { side: 'SIDE_HELPDESK', body: 'we are coming' },
      ]);
    }
  });

  it('ends at the portal when it is closed, which says when', async () => {
    const { id } = await report('The tap drips');
    expect((await move('ActivateTicket', id)).body.ticket.status).toBe('STATUS_ACTIVE');
    const { body } = await move('CloseTicket', id);
    expect(body.ticket.status).toBe('STATUS_CLOSED');
    const gone = await desk.call(`${portal}/GetTicket`, { ticketId: id });
    expect(gone).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const { reason, metadata } = detailsOf(gone).ErrorInfo;
    expect(reason).toBe('TICKET_CLOSED');
    expect(metadata.ticket_id).toBe(id);
    expect(Date.parse(metadata.closed_at)).toBe(Date.parse(body.ticket.closedAt));
    const open = await desk.call(`${portal}/ListTickets`);
    expect((open.body.tickets as { id: string }[]).map((ticket) => ticket.id)).not.toContain(id);
  });

  it.each([
    ['closing an open ticket', [], 'CloseTicket'],
    ['taking up an active ticket', ['ActivateTicket'], 'ActivateTicket'],
    ['closing a closed ticket', ['ActivateTicket', 'CloseTicket'], 'CloseTicket'],
    ['taking up a closed ticket', ['ActivateTicket', 'CloseTicket'], 'ActivateTicket'],
  ] as const)('refuses %s, and nothing changes', async (_, path, rpc) => {
    const { id } = await report('The window does not shut');
    for (const step of path) await move(step, id);
    const before = await read(id);
    const refused = await move(rpc, id);
    expect(refused).toMatchObject({ status: 400, body: { code: 'failed_precondition' } });
    expect(['WRONG_STATUS', 'TICKET_CLOSED']).toContain(detailsOf(refused).ErrorInfo.reason);
    expect(await read(id)).toEqual(before);
  });

  it('refuses a lone surrogate by the name of its field, and stores nothing', async () => {
    const count = async () => (await desk.call(`${portal}/CountTickets`)).body;
    const before = await count();
    const body = `{"description":"broken \\ud800","requestId":"${randomUUID()}"}`;
    const refused = await desk.call(`${portal}/CreateTicket`, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_argument' } });
    expect(detailsOf(refused).BadRequest.fieldViolations).toMatchObject([{ field: 'description' }]);
    expect(detailsOf(refused).ErrorInfo.reason).toBe('INVALID_REQUEST');
    expect(await count()).toEqual(before);
  });
});
