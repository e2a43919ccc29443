import type { CallContext } from '@campus-desk/kit/handlers';
import type { Server } from '@campus-desk/kit/server';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { post } from './json-calls.ts';
import { startGatewayBefore, startPortal, type LoneGateway } from './lone-gateway.ts';

const getTicket = 'campus.portal.v1.PortalService/GetTicket';
const hosts = ['127.0.0.1', '127.0.0.2'] as const;

/** One replica of the portal, which can be restarted at its address. */
class Replica {
  readonly #host: string;
  #server: Server | undefined;
  #reached = Promise.withResolvers<void>();
  port = 0;

  constructor(host: string) {
    this.#host = host;
  }

  async start(port = this.port): Promise<void> {
    const getTicket = async (_: unknown, { signal }: CallContext) => {
      this.#reached.resolve();
      // Refused when the server stops meanwhile, as a read that waits is.
      await delay(10, undefined, { signal });
      return {};
    };
    this.#server = await startPortal({ getTicket }, this.#host, port);
    this.port = this.#server.port;
  }

  async stop(): Promise<void> {
    await this.#server?.close();
    this.#reached = Promise.withResolvers();
  }

  /** Resolves once a call has come since it was started. */
  get reached(): Promise<void> {
    return this.#reached.promise;
  }
}

let replicas: [Replica, Replica];
let gateway: LoneGateway;
let loading: Promise<unknown>;
let isLoading: boolean;
let calls: number;
/** What was answered but 200. */
let failures: unknown[];

beforeEach(async () => {
  replicas = [new Replica(hosts[0]), new Replica(hosts[1])];
  await replicas[0].start();
  await replicas[1].start(replicas[0].port);
  const addresses = hosts.map((host) => `${host}:${replicas[0].port}`);
  gateway = await startGatewayBefore(`ipv4:${addresses.join(',')}`);
  [isLoading, calls, failures] = [true, 0, []];
  const load = async () => {
    while (isLoading) {
      const { status, body } = await post(gateway.url, getTicket, { ticketId: '1' });
      calls++;
      if (status !== 200) failures.push(body);
    }
  };
  loading = Promise.all(Array.from({ length: 16 }, load));
  await Promise.all(replicas.map(({ reached }) => reached));
});
afterEach(async () => {
  isLoading = false;
  await loading;
  await gateway.close();
  await Promise.all(replicas.map((replica) => replica.stop()));
});

describe('under steady load no call fails', () => {
  it('while the replicas behind the gateway are restarted one after the other', async () => {
    for (let round = 0; round < 4; round++)
      for (const replica of replicas) {
        await replica.stop();
        await replica.start();
        await replica.reached;
      }
    expect(failures).toEqual([]);
    expect(calls).toBeGreaterThan(0);
  });

  it('while the only replica is restarted', async () => {
    await replicas[1].stop();
    await replicas[0].stop();
    await replicas[0].start();
    await replicas[0].reached;
    expect(failures).toEqual([]);
  });

  it('but calls fail within their time once nothing is left', async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    isLoading = false;
    await loading;
    const { status } = await post(gateway.url, getTicket, { ticketId: '1' });
    expect(status).toBe(503);
  });
});
