import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { Code, createClient } from '@connectrpc/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { detailsOf } from './json-calls.ts';
import { transports } from './transports.ts';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

const createTicket = 'portal.v1.PortalService/CreateTicket';
const analyses = [
  ['analysis.v1.BacklogService/GetBacklog', { last: '3600s' }],
  ['analysis.v1.WorkloadService/GetWorkload', {}],
  ['analysis.v1.ResolutionService/GetResolutionTimes', {}],
] as const;

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk();
});
afterAll(() => desk.close());

const report = async () => {
  const { status, body } = await desk.call(createTicket, { description: 'lamp', requestId: randomUUID() });
  expect(status).toBe(200);
  return body.revision as string;
};

describe('while the ticket service is gone', () => {
  let revision: string;

  beforeAll(async () => {
    revision = await report();
    await desk.services.tickets.stop('SIGKILL');
  });

  it('says so in words, with a reason', async () => {
    const refused = await desk.call(createTicket, { description: 'door', requestId: randomUUID() });
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({
      code: 'unavailable',
      message: 'The service does not answer; try again in a moment.',
    });
    expect(detailsOf(refused).ErrorInfo).toMatchObject({ reason: 'UNAVAILABLE', domain: 'campus-desk' });
  });

  it.each(analyses)('%s rather says nothing than a number that may be wrong', async (method, request) => {
    const refused = await desk.call(method, request);
    expect(refused.status).toBe(503);
    expect(detailsOf(refused).ErrorInfo).toMatchObject({ reason: 'NOT_CAUGHT_UP' });
  });

  it('ends a watch of an analysis as unavailable', async () => {
    const client = createClient(BacklogService, transports[0]![1](desk.url));
    const watch = client.watchBacklog({ last: { seconds: 60n } })[Symbol.asyncIterator]();
    await expect(watch.next()).rejects.toMatchObject({ code: Code.Unavailable });
  });

  it('all goes on where it stood once the service is back', async () => {
    await desk.services.tickets.start();
    const counted = await desk.call('portal.v1.PortalService/CountTickets');
    expect(counted.status).toBe(200);
    const next = await report();
    expect(BigInt(next)).toBe(BigInt(revision) + 1n);
    for (const [method, request] of analyses) {
      let answer = await desk.call(method, { ...request, minRevision: next });
      while (answer.status === 503) answer = await desk.call(method, { ...request, minRevision: next });
      expect(answer).toMatchObject({ status: 200, body: { revision: next } });
    }
    const { body } = await desk.call(...analyses[0]);
    expect(body.count).toBe(2);
  });
});
