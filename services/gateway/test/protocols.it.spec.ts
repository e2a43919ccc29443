import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { transports } from './transports.ts';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk();
});
afterAll(() => desk.close());

const refusal = async (call: Promise<unknown>): Promise<ConnectError> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectError)) throw new Error('the call was not refused');
  return error;
};

describe.each(transports)('%s', (_, transport) => {
  const portal = () => createClient(PortalService, transport(desk.url));
  const helpdesk = () => createClient(HelpdeskService, transport(desk.url));

  it('brings a ticket there and back as it is', async () => {
    const description = 'Größe 😀\n日本 👩‍🔬 the printer';
    const { ticket } = await portal().createTicket({ description, location: 'A', requestId: randomUUID() });
    expect(ticket).toMatchObject({
      description,
      location: 'A',
      status: Status.OPEN,
      category: Category.TECHNICAL_IT,
      version: 1,
    });
    const read = await portal().getTicket({ ticketId: ticket!.id });
    expect(read.ticket).toEqual(ticket);
  });

  it('names every wrong field of a refused request, and why', async () => {
    const before = await helpdesk().countTickets({});
    const error = await refusal(portal().createTicket({ description: '\u200b ', requestId: '1' }));
    expect(error.code).toBe(Code.InvalidArgument);
    expect(error.rawMessage).toBe('description: must not be empty; request_id: must be a UUID');
    expect(error.findDetails(ErrorInfoSchema)).toMatchObject([
      { reason: 'INVALID_REQUEST', domain: 'campus-desk' },
    ]);
    const [{ fieldViolations } = { fieldViolations: [] }] = error.findDetails(BadRequestSchema);
    expect(fieldViolations).toMatchObject([
      { field: 'description', description: 'must not be empty' },
      { field: 'request_id', description: 'must be a UUID' },
    ]);
    expect(await helpdesk().countTickets({})).toEqual(before);
  });

  it('tells what a refusal knows', async () => {
    const error = await refusal(helpdesk().activateTicket({ ticketId: 4_711n, requestId: randomUUID() }));
    expect(error.code).toBe(Code.NotFound);
    expect(error.findDetails(ErrorInfoSchema)).toMatchObject([
      { reason: 'TICKET_NOT_FOUND', metadata: { ticket_id: '4711' } },
    ]);
  });

  it('refuses very many wrong values as any others', async () => {
    const error = await refusal(
      portal().listTickets({ statuses: Array<Status>(10_000).fill(Status.CLOSED) }),
    );
    expect(error.code).toBe(Code.InvalidArgument);
    const [{ fieldViolations } = { fieldViolations: [] }] = error.findDetails(BadRequestSchema);
    expect(fieldViolations.length).toBeGreaterThanOrEqual(1);
    expect(fieldViolations.length).toBeLessThanOrEqual(10);
  });

  it('streams changes in order, and a refusal', async () => {
    const { revision } = await helpdesk().countTickets({});
    const leave = new AbortController();
    const changes = helpdesk().watchTickets({ afterRevision: revision }, { signal: leave.signal });
    const created = [];
    for (const description of ['lamp', 'door', 'tap'])
      created.push((await portal().createTicket({ description, requestId: randomUUID() })).ticket);
    const seen = [];
    for await (const { ticket } of changes) {
      if (ticket !== undefined) seen.push(ticket);
      if (seen.length === created.length) break;
    }
    leave.abort();
    expect(seen).toEqual(created);
    const refused = helpdesk().watchTickets({ afterRevision: 1_000_000n })[Symbol.asyncIterator]();
    const error = await refusal(refused.next());
    expect(error.code).toBe(Code.OutOfRange);
    expect(error.findDetails(ErrorInfoSchema)).toMatchObject([{ reason: 'REVISION_NOT_REACHED' }]);
  });
});

it('answers JSON with zeros and empty lists, for people who read it', async () => {
  const { body } = await desk.call('portal.v1.PortalService/ListTickets', { text: 'nothing like this' });
  expect(body).toMatchObject({ tickets: [], nextPageToken: '' });
});
