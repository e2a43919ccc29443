import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import type { Server } from '@campus-desk/kit/server';
import { Code, createClient } from '@connectrpc/connect';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { startGatewayBefore, startLoneGateway, startPortal, type LoneGateway } from './lone-gateway.ts';
import { transports } from './transports.ts';

const getTicket = 'campus.portal.v1.PortalService/GetTicket';

let portal: Server;
let gateways: [LoneGateway, LoneGateway];
let agent: Agent;

beforeAll(async () => {
  const getTicket = async () => {
    await delay(5);
    return {};
  };
  portal = await startPortal({ getTicket });
});
afterAll(() => portal.close());

beforeEach(async () => {
  const start = () => startGatewayBefore(`127.0.0.1:${portal.port}`);
  gateways = [await start(), await start()];
  agent = new Agent({ keepAlive: true });
});
afterEach(async () => {
  agent.destroy();
  await Promise.all(gateways.map((gateway) => gateway.close()));
});

/** Makes a call by a connection that is kept; tells its status, or what went wrong, and whether it asks to close. */
const call = ({ url }: LoneGateway) =>
  new Promise<{ answer: number | string | undefined; isLast: boolean }>((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}/${getTicket}`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      const isLast = response.headers.connection === 'close';
      response.once('end', () => resolve({ answer: response.statusCode, isLast }));
    });
    sent.once('error', ({ code }: NodeJS.ErrnoException) => resolve({ answer: code, isLast: false }));
    sent.end('{"ticketId":"1"}');
  });

it('a gateway that drains goes on with its streams, and ends them after that', async () => {
  const moves = Promise.withResolvers<void>();
  const desk = await startLoneGateway(
    {
      getTicket: () => Promise.resolve({}),
      async *watchTickets(_, { signal }) {
        yield { revision: 1n };
        await moves.promise;
        yield { revision: 2n };
        await once(signal, 'abort');
      },
    },
    { RATE_LIMIT: 'off', DRAIN_SECONDS: '1.5' },
  );
  const portal = createClient(PortalService, transports[0]![1](desk.url));
  const changes = portal.watchTickets({})[Symbol.asyncIterator]();
  await changes.next();
  const stopped = desk.gateway.stop();
  while (!(await call(desk)).isLast) await delay(1);
  moves.resolve();
  expect((await changes.next()).value).toMatchObject({ revision: 2n });
  await expect(changes.next()).rejects.toMatchObject({ code: Code.Unavailable });
  expect(await stopped).toBe(0);
  await desk.close();
});

it('a gateway that stops under load fails no call by the connections that a load balancer keeps', async () => {
  let isLoading = true;
  let moved = 0;
  const answers = new Map<unknown, number>();
  /** One connection as a load balancer keeps it: it goes elsewhere when it is told that this one closes. */
  const load = async () => {
    let gateway = gateways[0];
    while (isLoading) {
      const { answer, isLast } = await call(gateway);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      if (!isLast) continue;
      gateway = gateways[1];
      moved++;
    }
  };
  const loading = Promise.all(Array.from({ length: 16 }, load));
  while ((answers.get(200) ?? 0) < 100) await delay(1);
  expect(await gateways[0].gateway.stop()).toBe(0);
  isLoading = false;
  await loading;
  expect([...answers.keys()]).toEqual([200]);
  expect(moved).toBe(16);
});
