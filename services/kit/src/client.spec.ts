import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import dns from 'node:dns';
import { getEventListeners, once } from 'node:events';
import {
  connect,
  createServer as createNetServer,
  type AddressInfo,
  type Server as NetServer,
  type Socket,
} from 'node:net';
import { Channel, createClient, type Client } from './client.ts';
import type { CallContext } from './handlers.ts';
import { createLogger } from './log.ts';
import { Code, RpcError } from './rpc-error.ts';
import { startServer, type Server } from './server.ts';

let server: Server;
let channel: Channel;
let portal: Client<typeof PortalService.method>;
/** What the next tries of a call come to; when none is left, calls succeed. */
let refusals: RpcError[];
let tries: string[];
let running: AbortSignal[];

const attempt = ({ requestId = '' }: { requestId?: string }) => {
  tries.push(requestId);
  const refusal = refusals.shift();
  return refusal === undefined ? Promise.resolve({ revision: 1n }) : Promise.reject(refusal);
};

async function* watch(_: unknown, { signal }: CallContext) {
  running.push(signal);
  const refusal = refusals.shift();
  if (refusal !== undefined) throw refusal;
  for (let revision = 1n; !signal.aborted; revision++) yield await Promise.resolve({ revision });
}

beforeEach(async () => {
  [refusals, tries, running] = [[], [], []];
  const handlers = Object.fromEntries(PortalService.methods.map(({ localName }) => [localName, attempt]));
  const implementations = [{ service: PortalService, handlers: { ...handlers, watchTickets: watch } }];
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    log: createLogger('test', 'silent'),
    implementations,
  });
  channel = new Channel(`127.0.0.1:${server.port}`);
  portal = createClient(PortalService, channel);
});
afterEach(async () => {
  channel.close();
  await server.close();
});

const unavailable = () => new RpcError(Code.UNAVAILABLE, 'TRY_AGAIN', 'try again');
const requestId = 'd2719e4e-6c1b-4c8a-9d3c-0a4f6f0b7c11';
const ended = async (signal: AbortSignal) => {
  if (!signal.aborted) await once(signal, 'abort');
};

describe('a unary call', () => {
  it('is tried again when the service is not available, with the same request', async () => {
    refusals = [unavailable(), unavailable()];
    expect(await portal.createTicket({ description: 'a', requestId })).toMatchObject({ revision: 1n });
    expect(tries).toEqual([requestId, requestId, requestId]);
  });

  it('is given up after seven tries', async () => {
    refusals = Array.from({ length: 9 }, unavailable);
    await expect(portal.countTickets({})).rejects.toMatchObject({ code: Code.UNAVAILABLE });
    expect(tries).toHaveLength(7);
  });

  it.each([Code.ABORTED, Code.INTERNAL, Code.RESOURCE_EXHAUSTED, Code.NOT_FOUND])(
    'is not tried again after code %d',
    async (code) => {
      refusals = [new RpcError(code, 'REFUSED', 'no')];
      await expect(portal.countTickets({})).rejects.toMatchObject({ code });
      expect(tries).toHaveLength(1);
    },
  );

  it('leaves nothing at its signal', async () => {
    const { signal } = new AbortController();
    await portal.countTickets({}, { signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('with a signal that was aborted before is cancelled', async () => {
    const call = portal.countTickets({}, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: Code.CANCELLED });
  });
});

describe('a channel', () => {
  let replicas: Server[];
  let reached: Set<string>;

  /** Starts a replica that tells when it is reached. */
  const startReplica = async (host: string) => {
    const answer = () => Promise.resolve(reached.add(host)).then(() => ({}));
    const handlers = Object.fromEntries(PortalService.methods.map(({ localName }) => [localName, answer]));
    const replica = await startServer({
      host,
      port: replicas[0]?.port ?? 0,
      log: createLogger('test', 'silent'),
      implementations: [{ service: PortalService, handlers }],
    });
    replicas.push(replica);
    return replica.port;
  };

  const callUntilReached = async (address: string, hosts: number) => {
    const toReplicas = new Channel(address, { keepalive: 1_000, renewal: 200 });
    const client = createClient(PortalService, toReplicas);
    while (reached.size < hosts) await client.countTickets({});
    toReplicas.close();
  };

  beforeEach(() => {
    [replicas, reached] = [[], new Set()];
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(replicas.map((replica) => replica.close()));
  });

  it('to fixed addresses uses all of them', async () => {
    const port = await startReplica('127.0.0.1');
    await startReplica('127.0.0.2');
    await callUntilReached(`ipv4:127.0.0.1:${port},127.0.0.2:${port}`, 2);
    expect([...reached].sort()).toEqual(['127.0.0.1', '127.0.0.2']);
  });

  it('to a name finds a replica that comes later, and no call fails', async () => {
    const found = [{ address: '127.0.0.1', family: 4 }];
    jest.spyOn(dns.promises, 'lookup').mockImplementation((() => Promise.resolve([...found])) as never);
    const port = await startReplica('127.0.0.1');
    const calls = callUntilReached(`tickets.test:${port}`, 2);
    await startReplica('127.0.0.2');
    found.push({ address: '127.0.0.2', family: 4 });
    await calls;
    expect(reached).toContain('127.0.0.2');
  });

  it('to a name that still leads to a replica that was lost waits for the next, with calls and streams', async () => {
    const found = [{ address: '127.0.0.3', family: 4 }];
    jest.spyOn(dns.promises, 'lookup').mockImplementation((() => Promise.resolve([...found])) as never);
    // It says nothing, as an address does that packets to are dropped.
    const lost = createNetServer().listen(server.port, '127.0.0.3');
    const trying = once(lost, 'connection') as Promise<[Socket]>;
    const late = new Channel(`tickets.test:${server.port}`);
    const client = createClient(PortalService, late);
    const changes = client.watchTickets({});
    const begun = Promise.all([client.countTickets({}), changes.next()]);
    const [socket] = await trying;
    found.splice(0, 1, { address: '127.0.0.1', family: 4 });
    expect(await begun).toMatchObject([{ revision: 1n }, { value: { revision: 1n } }]);
    await changes.return(undefined);
    late.close();
    socket.destroy();
    lost.close();
  });

  it('to an address where nobody is says so when the time of a call is up', async () => {
    const nowhere = new Channel(`127.0.0.3:${server.port}`);
    const call = createClient(PortalService, nowhere).countTickets({}, { timeoutMs: 300 });
    await expect(call).rejects.toMatchObject({
      code: Code.UNAVAILABLE,
      details: `no connection to 127.0.0.3:${server.port} in time`,
    });
    nowhere.close();
  });

  it('to an address where nobody is lets a caller go', async () => {
    const nowhere = new Channel(`127.0.0.3:${server.port}`);
    const leave = new AbortController();
    const call = createClient(PortalService, nowhere).countTickets({}, { signal: leave.signal });
    leave.abort();
    await expect(call).rejects.toMatchObject({ code: Code.CANCELLED });
    nowhere.close();
  });
});

describe('a server that is lost with its network', () => {
  let way: NetServer;
  let sockets: Socket[];
  let distant: Channel;
  let distantPortal: Client<typeof PortalService.method>;

  /** What is on its way stays there, and nobody closes a connection; later connections work. */
  const lose = () => {
    for (const socket of sockets) socket.removeAllListeners('data').pause();
  };

  beforeEach(async () => {
    sockets = [];
    way = createNetServer((socket) => {
      const onward = connect(server.port, '127.0.0.1');
      for (const [from, into] of [[socket, onward] as const, [onward, socket] as const])
        from
          .on('data', (data) => into.write(data))
          .on('error', () => into.destroy())
          .on('close', () => into.destroy());
      sockets.push(socket, onward);
    }).listen(0, '127.0.0.1');
    await once(way, 'listening');
    distant = new Channel(`127.0.0.1:${(way.address() as AddressInfo).port}`, {
      keepalive: 100,
      renewal: 60_000,
    });
    distantPortal = createClient(PortalService, distant);
  });
  afterEach(() => {
    distant.close();
    for (const socket of sockets) socket.destroy();
    way.close();
  });

  it('is noticed before a call to it has used up its time', async () => {
    await distantPortal.countTickets({});
    lose();
    await distantPortal.countTickets({});
    expect(tries).toHaveLength(2);
  });

  it('ends the streams from it, and the next comes by another connection', async () => {
    const read = async () => {
      for await (const { revision } of distantPortal.watchTickets({})) if (revision === 1n) lose();
    };
    await expect(read()).rejects.toMatchObject({ code: Code.UNAVAILABLE });
    const changes = distantPortal.watchTickets({});
    expect((await changes.next()).value).toMatchObject({ revision: 1n });
    await changes.return(undefined);
  });
});

describe('a stream', () => {
  it('that is refused before its first message is begun again', async () => {
    refusals = [unavailable(), unavailable()];
    const changes = portal.watchTickets({});
    expect((await changes.next()).value).toMatchObject({ revision: 1n });
    await changes.return(undefined);
    expect(refusals).toEqual([]);
  });

  it('that its reader leaves is cancelled', async () => {
    for await (const { revision } of portal.watchTickets({})) if (revision === 3n) break;
    await ended(running[0]!);
  });

  it('that its reader returns is cancelled, and the error of that troubles nobody', async () => {
    const changes = portal.watchTickets({});
    await changes.next();
    await changes.return(undefined);
    await ended(running[0]!);
    expect(await changes.next()).toEqual({ done: true, value: undefined });
    // An error event without a listener would end this process here.
    await portal.countTickets({});
  });

  it('ends with CANCELLED where its signal aborts, and leaves nothing there', async () => {
    const leave = new AbortController();
    const changes = portal.watchTickets({}, { signal: leave.signal });
    await changes.next();
    leave.abort();
    const rest = async () => {
      for await (const change of changes) expect(change.revision).toBeGreaterThan(1n);
    };
    await expect(rest()).rejects.toMatchObject({ code: Code.CANCELLED });
    await ended(running[0]!);
    expect(getEventListeners(leave.signal, 'abort')).toHaveLength(0);
  });

  it('goes on while its channel looks the addresses up again', async () => {
    const restless = new Channel(`127.0.0.1:${server.port}`, { keepalive: 1_000, renewal: 1 });
    const client = createClient(PortalService, restless);
    const changes = client.watchTickets({});
    await changes.next();
    for (let call = 0; call < 20; call++) await client.countTickets({});
    for (let step = 0; step < 2_000; step++) expect((await changes.next()).done).toBe(false);
    await changes.return(undefined);
    restless.close();
    await ended(running[0]!);
  });

  it('that nobody reads does not begin', async () => {
    const changes = portal.watchTickets({});
    await changes.return(undefined);
    await portal.countTickets({});
    expect(running).toHaveLength(0);
  });
});
