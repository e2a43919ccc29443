import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { detailsOf, post } from './json-calls.ts';
import { startLoneGateway, type LoneGateway } from './lone-gateway.ts';
import { transports } from './transports.ts';

const createTicket = 'campus.portal.v1.PortalService/CreateTicket';
const reportPresence = 'campus.portal.v1.PortalService/ReportPresence';
const getTicket = 'campus.portal.v1.PortalService/GetTicket';

let gateway: LoneGateway;
let reached = 0;

const answer = () => {
  reached++;
  return Promise.resolve({});
};
const handlers = {
  createTicket: answer,
  getTicket: answer,
  reportPresence: answer,
  async *watchTickets() {
    yield await answer();
  },
};

beforeEach(async () => {
  reached = 0;
  gateway = await startLoneGateway(handlers, { RATE_LIMIT: 'on' });
});
afterEach(() => gateway.close());

const report = (query = '') =>
  post(gateway.url, createTicket + query, { description: 'broken', requestId: randomUUID() });

const reports = async (count: number) => {
  for (let index = 0; index < count; index++) expect((await report()).status).toBe(200);
};

/** The status of a report that comes from another address of this machine. */
const reportFrom = (localAddress: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const call = request(
      `${gateway.url}/${createTicket}`,
      { method: 'POST', localAddress, headers },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    call.once('error', reject);
    call.end(JSON.stringify({ description: 'broken', requestId: randomUUID() }));
  });

describe('reports from one address', () => {
  it('are limited to 60 a minute; the answer says when to come back', async () => {
    await reports(60);
    const refused = await report();
    expect(refused).toMatchObject({ status: 429, body: { code: 'resource_exhausted' } });
    expect(detailsOf(refused).ErrorInfo).toMatchObject({ reason: 'RATE_LIMITED', domain: 'campus-desk' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(reached).toBe(60);
  });

  it('do not escape the limit by another spelling of the path', async () => {
    await reports(60);
    expect((await report('?again')).status).toBe(429);
    expect(reached).toBe(60);
  });

  it('limit neither reading nor another address', async () => {
    await reports(60);
    expect((await report()).status).toBe(429);
    expect((await post(gateway.url, getTicket, { ticketId: '1' })).status).toBe(200);
    expect(await reportFrom('127.0.0.2')).toBe(200);
    expect(await reportFrom('127.0.0.1')).toBe(429);
  });
});

describe('behind a proxy', () => {
  /** The status of a report that says whom it was forwarded for. */
  const reportFor = async (forwarded: string) => {
    const body = { description: 'broken', requestId: randomUUID() };
    return (await post(gateway.url, createTicket, body, { 'x-forwarded-for': forwarded })).status;
  };
  const flood = async (forwarded: (index: number) => string) => {
    for (let index = 0; index < 60; index++) expect(await reportFor(forwarded(index))).toBe(200);
  };

  it('that nobody trusts, all count by the address they come from', async () => {
    await flood((index) => `198.51.100.${index}`);
    expect(await reportFor('198.51.100.99')).toBe(429);
  });

  it('that is trusted, each counts by the address that the proxy saw, whatever it says itself', async () => {
    await gateway.close();
    gateway = await startLoneGateway(handlers, { RATE_LIMIT: 'on', TRUST_PROXY: '10.0.0.1,127.0.0.0/8' });
    await flood((index) => `203.0.113.${index}, 198.51.100.1`);
    expect(await reportFor('203.0.113.99, 198.51.100.1')).toBe(429);
    expect(await reportFor('198.51.100.1')).toBe(429);
    expect(await reportFor('198.51.100.1, 198.51.100.2')).toBe(200);
  });
});

describe('who is where', () => {
  const visit = { ticketId: '1', clientId: randomUUID(), activity: 'ACTIVITY_VIEWING' };
  const say = async () => (await post(gateway.url, reportPresence, visit)).status;

  it('is said at most 1,200 times a minute, and takes nothing from other calls', async () => {
    await reports(60);
    for (let index = 0; index < 24; index++) {
      const statuses = await Promise.all(Array.from({ length: 50 }, say));
      expect(new Set(statuses)).toEqual(new Set([200]));
    }
    expect(await say()).toBe(429);
    expect((await post(gateway.url, getTicket, { ticketId: '1' })).status).toBe(200);
    expect(reached).toBe(1_261);
  });
});

describe('calls from one address', () => {
  it('are limited together, in every protocol and in streams', async () => {
    const [, createTransport] = transports[1]!;
    const portal = createClient(PortalService, createTransport(gateway.url));
    for (let index = 0; index < 60; index++)
      await Promise.all(Array.from({ length: 50 }, () => portal.getTicket({ ticketId: 1n })));
    expect(reached).toBe(3_000);
    for (const [, create] of transports) {
      const client = createClient(PortalService, create(gateway.url));
      const attempts = [
        () => client.getTicket({ ticketId: 1n }),
        () => client.watchTickets({})[Symbol.asyncIterator]().next(),
      ];
      for (const attempt of attempts) {
        const error = await attempt().catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(ConnectError);
        expect((error as ConnectError).code).toBe(Code.ResourceExhausted);
        expect((error as ConnectError).findDetails(ErrorInfoSchema)).toMatchObject([
          { reason: 'RATE_LIMITED' },
        ]);
      }
    }
    expect(reached).toBe(3_000);
  });
});
