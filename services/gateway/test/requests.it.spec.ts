import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import type { FieldViolation } from '@campus-desk/kit/rpc-error';
import { Code, type ConnectError, createClient } from '@connectrpc/connect';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import { detailsOf, post } from './json-calls.ts';
import { startLoneGateway, type LoneGateway } from './lone-gateway.ts';
import { transports } from './transports.ts';

const getTicket = 'campus.portal.v1.PortalService/GetTicket';
const listTickets = 'campus.portal.v1.PortalService/ListTickets';
const similar = 'campus.portal.v1.PortalService/FindSimilarTickets';

let gateway: LoneGateway;
let reached = 0;

beforeAll(async () => {
  const answer = () => {
    reached++;
    return Promise.resolve({});
  };
  gateway = await startLoneGateway({
    getTicket: answer,
    findSimilarTickets: answer,
    async *watchTickets() {
      yield await Promise.resolve({ revision: 7n });
    },
  });
});
afterAll(() => gateway.close());
beforeEach(() => {
  reached = 0;
});

/** Sends bytes as they are and reads the answer as text. */
const send = async (
  method: string,
  body: Buffer | string,
  headers: Record<string, string>,
  verb = 'POST',
) => {
  const init = verb === 'GET' ? { headers } : { headers, body: new Uint8Array(Buffer.from(body)) };
  const response = await fetch(`${gateway.url}/${method}`, { method: verb, ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('a request that cannot be one', () => {
  it.each([
    ['a field of another type', '{"ticketId":{}}', {}, 'invalid_argument'],
    ['a timeout that is none', '{"ticketId":1}', { 'connect-timeout-ms': 'soon' }, 'invalid_argument'],
    ['an encoding that nobody knows', '{}', { 'content-encoding': 'snappy' }, 'unimplemented'],
    ['a body that is not gzip', '{}', { 'content-encoding': 'gzip' }, 'invalid_argument'],
  ])('is refused with a reason: %s', async (_, body, headers: Record<string, string>, code) => {
    const refused = await post(gateway.url, getTicket, body, headers);
    expect(refused.body.code).toBe(code);
    expect(refused.status).toBe(code === 'unimplemented' ? 501 : 400);
    expect(detailsOf(refused).ErrorInfo).toMatchObject({ domain: 'campus-desk' });
    expect(detailsOf(refused).ErrorInfo.reason).toMatch(/^[A-Z_]+$/);
    expect(reached).toBe(0);
  });

  it.each([
    ['a field of another type', getTicket, '{"ticketId":{}}', 'ticket_id', /^expected bigint/],
    ['a field that it does not have', getTicket, '{"ticket":1}', 'ticket', /^must be one of ticketId$/],
    [
      'a value that an enum does not have',
      listTickets,
      '{"statuses":["STATUS_OPEN","STATUS_NOPE"]}',
      'statuses',
      /^must be one of STATUS_OPEN, STATUS_ACTIVE$/,
    ],
  ])('names what is wrong, and what would be right: %s', async (_, method, body, field, description) => {
    const refused = await post(gateway.url, method, body);
    const [violation, ...others] = detailsOf(refused).BadRequest.fieldViolations as FieldViolation[];
    expect(others).toEqual([]);
    expect(violation).toMatchObject({ field, description: expect.stringMatching(description) });
    expect(detailsOf(refused).ErrorInfo.reason).toBe('INVALID_REQUEST');
    expect(refused.body.message).toBe(`${field}: ${violation!.description}`);
    expect(reached).toBe(0);
  });

  it.each([
    ['a type that nobody knows', getTicket, { 'content-type': 'application/x-nothing' }, 'POST', 415],
    ['no type', getTicket, { 'content-type': '' }, 'POST', 415],
    ['reading what is to be posted', getTicket, {}, 'GET', 405],
  ])('is refused as HTTP has it: %s', async (_, method, headers: Record<string, string>, verb, status) => {
    expect((await send(method, '{}', headers, verb)).status).toBe(status);
    expect(reached).toBe(0);
  });
});

describe('a body over 1 MB', () => {
  const text = 'x'.repeat(1024 * 1024);

  it.each([
    ['as it is', JSON.stringify({ text }), {}],
    ['hidden by gzip', gzipSync(JSON.stringify({ text })), { 'content-encoding': 'gzip' }],
  ])('is RESOURCE_EXHAUSTED: %s', async (_, body, headers) => {
    const answer = await send(similar, body, { 'content-type': 'application/json', ...headers });
    expect(answer.status).toBe(429);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'resource_exhausted',
      details: [{ debug: { reason: 'RESOURCE_EXHAUSTED' } }],
    });
    expect(reached).toBe(0);
  });

  it.each(transports)('does not spoil the connection for the calls after it: %s', async (_, transport) => {
    const portal = createClient(PortalService, transport(gateway.url));
    const refused = await portal.findSimilarTickets({ text }).catch((reason: unknown) => reason);
    expect((refused as ConnectError).code).toBe(Code.ResourceExhausted);
    expect(reached).toBe(0);
    for (let call = 0; call < 3; call++)
      expect((await portal.watchTickets({})[Symbol.asyncIterator]().next()).value).toMatchObject({
        revision: 7n,
      });
  });
});

describe('a body over 1 MB that does not say how long it is', () => {
  const piece = Buffer.alloc(64 * 1024, ' ');
  let agent: Agent;

  beforeEach(() => {
    agent = new Agent({ keepAlive: true, maxSockets: 1 });
  });
  afterEach(() => agent.destroy());

  const open = (method = similar) => {
    const headers = { 'content-type': 'application/json' };
    return request(`${gateway.url}/${method}`, { method: 'POST', headers, agent });
  };

  /** The status of an answer, once it was read. */
  const answered = async (sent: ClientRequest) => {
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  };

  it('is refused while it is still sent, and the next call is served', async () => {
    const long = open();
    const refused = answered(long);
    // All at once: Node's client tells of no drain after the answer.
    long.write(Buffer.alloc(5 * 1024 * 1024, ' '));
    long.end();
    expect(await refused).toBe(429);
    const next = open(getTicket);
    next.end('{"ticketId":"1"}');
    expect(await answered(next)).toBe(200);
    expect(reached).toBe(1);
  });

  it('is refused, and its connection cut when it does not end', async () => {
    const endless = open();
    const refused = answered(endless);
    const cut = once(endless, 'close');
    endless.on('error', () => undefined);
    // No quicker than a network: the end of a connection overtakes an answer that nobody had time to read.
    const sending = setInterval(() => endless.write(piece), 10);
    expect(await refused).toBe(429);
    await cut;
    clearInterval(sending);
    expect(reached).toBe(0);
  });
});
