import * as grpc from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startWholeDesk, type WholeDesk } from '../../services/gateway/test/whole-desk.ts';
import { call, services } from './proto-files.ts';

const portal = services.get('campus.portal.v1.PortalService')!;

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk();
});
afterAll(() => desk.close());

const ask = (rpc: string, request: object) => call(desk.services.tickets.address, portal[rpc]!, request);

describe('a client that knows only the proto files', () => {
  const description = 'Größe 😀\n日本: the printer is broken';

  it('creates, lists and watches tickets of a server of generated code', async () => {
    const created = await ask('CreateTicket', { description, location: 'Aula 3', request_id: randomUUID() });
    expect(created.code).toBe(grpc.status.OK);
    const { ticket, revision } = created.answer as { ticket: { id: string }; revision: string };
    expect(ticket).toMatchObject({
      id: '1',
      description,
      location: 'Aula 3',
      status: 'STATUS_OPEN',
      category: 'CATEGORY_TECHNICAL_IT',
      category_source: 'CATEGORY_SOURCE_AUTOMATIC',
      title_derived: true,
      title: 'Größe 😀',
      version: 1,
      message_count: 0,
      closed_at: null,
    });
    const listed = await ask('ListTickets', { page_size: 10, statuses: ['STATUS_OPEN'] });
    expect(listed.answer).toMatchObject({ tickets: [ticket], next_page_token: '', revision });
    const watched = await ask('WatchTickets', { after_revision: 0 });
    expect(watched.answer).toMatchObject({ revision, ticket });
  });

  it('is refused as any other', async () => {
    const { code } = await ask('CreateTicket', { description: ' ', request_id: randomUUID() });
    expect(code).toBe(grpc.status.INVALID_ARGUMENT);
    const { answer } = await ask('ListTickets', {});
    expect((answer as { tickets: unknown[] }).tickets).toHaveLength(1);
  });
});
