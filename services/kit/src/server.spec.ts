import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { describe, expect, it, jest } from '@jest/globals';
import * as grpc from '@grpc/grpc-js';
import { once } from 'node:events';
import { connect, constants } from 'node:http2';
import { createServer } from 'node:net';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { Channel, createClient, type Client } from './client.ts';
import { StartError } from './config.ts';
import type { Implementation } from './handlers.ts';
import { createLogger, type Logger } from './log.ts';
import { Code, richStatus, RpcError } from './rpc-error.ts';
import { startServer, type Server } from './server.ts';

const silent = createLogger('test', 'silent');

const portalWith = (handlers: Implementation['handlers']): Implementation => {
  const missing = () => Promise.reject(new RpcError(Code.UNIMPLEMENTED, 'NOT_HERE', 'not in this test'));
  const others = Object.fromEntries(PortalService.methods.map(({ localName }) => [localName, missing]));
  return { service: PortalService, handlers: { ...others, ...handlers } };
};

/** Lets a test talk to a portal of its own making. */
const withPortal = async (
  handlers: Implementation['handlers'],
  test: (portal: Client<typeof PortalService.method>, server: Server) => Promise<void>,
  log: Logger = silent,
) => {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    log,
    implementations: [portalWith(handlers)],
  });
  const channel = new Channel(`127.0.0.1:${server.port}`);
  try {
    await test(createClient(PortalService, channel), server);
  } finally {
    channel.close();
    await server.close();
  }
};

const errorOf = async (call: Promise<unknown>): Promise<grpc.ServiceError> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) throw new Error('the call was not refused');
  return error as grpc.ServiceError;
};

describe('a call', () => {
  it('reaches its handler normalised, and not at all when it is wrong', async () => {
    const findSimilarTickets = jest.fn((_request: object) => Promise.resolve({ matches: [] }));
    await withPortal({ findSimilarTickets }, async (portal) => {
      await portal.findSimilarTickets({ text: 'Bu\u0308ro\r\n' });
      expect(findSimilarTickets.mock.calls[0]![0]).toMatchObject({ text: 'Büro\n' });
      const error = await errorOf(portal.findSimilarTickets({ text: '\u200b' }));
      expect(error).toMatchObject({ code: Code.INVALID_ARGUMENT, details: 'text: must not be empty' });
      expect(findSimilarTickets).toHaveBeenCalledTimes(1);
    });
  });

  it('that fails says nothing of why, but to the log', async () => {
    const log = createLogger('test', 'silent');
    const said = jest.spyOn(log, 'error');
    const secret = new Error("Access denied for user 'desk'");
    const getTicket = () => Promise.reject(secret);
    await withPortal(
      { getTicket },
      async (portal) => {
        const error = await errorOf(portal.getTicket({ ticketId: 1n }));
        expect(error).toMatchObject({ code: Code.INTERNAL, details: 'Something went wrong on our side.' });
        expect(JSON.stringify(richStatus(error), (_, value: unknown) => String(value))).not.toContain(
          'denied',
        );
      },
      log,
    );
    expect(said).toHaveBeenCalledWith(
      expect.objectContaining({ rpc: '/campus.portal.v1.PortalService/GetTicket', err: secret }),
      'call failed',
    );
  });

  it('is answered with what another was answered with, encoded once', async () => {
    let read = 0;
    const shared = {
      get matches() {
        read++;
        return [{ score: 0.5 }];
      },
    };
    const findSimilarTickets = ({ text }: { text: string }) =>
      Promise.resolve(text === 'shared' ? shared : { matches: [] });
    await withPortal({ findSimilarTickets }, async (portal) => {
      for (let call = 0; call < 3; call++)
        expect(await portal.findSimilarTickets({ text: 'shared' })).toMatchObject({
          matches: [{ score: 0.5 }],
        });
      expect(read).toBe(1);
      expect(await portal.findSimilarTickets({ text: 'other' })).toMatchObject({ matches: [] });
    });
  });

  it('that is no protobuf is refused with a reason', async () => {
    await withPortal({}, async (_, { port }) => {
      const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
      const pass = (bytes: Buffer) => bytes;
      const path = '/campus.portal.v1.PortalService/GetTicket';
      const answer = Promise.withResolvers();
      client.makeUnaryRequest(path, pass, pass, Buffer.from([0x08]), (error) => answer.reject(error));
      const error = await errorOf(answer.promise);
      client.close();
      expect(error.code).toBe(Code.INVALID_ARGUMENT);
      expect(richStatus(error)?.details).toHaveLength(1);
    });
  });

  it('is told when its caller has gone, and when its time is up', async () => {
    const signals: AbortSignal[] = [];
    const began = Promise.withResolvers<void>();
    const getTicket = async (_: unknown, { signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      began.resolve();
      await once(signal, 'abort');
      throw new Error('too late to tell anybody');
    };
    await withPortal({ getTicket }, async (portal) => {
      const leave = new AbortController();
      const left = errorOf(portal.getTicket({ ticketId: 1n }, { signal: leave.signal }));
      await began.promise;
      leave.abort();
      expect((await left).code).toBe(Code.CANCELLED);
      if (!signals[0]!.aborted) await once(signals[0]!, 'abort');
      const late = await errorOf(portal.getTicket({ ticketId: 1n }, { timeoutMs: 50 }));
      expect(late.code).toBe(Code.DEADLINE_EXCEEDED);
      if (!signals[1]!.aborted) await once(signals[1]!, 'abort');
      expect(signals).toHaveLength(2);
    });
  });
});

describe('a server', () => {
  it('says which address it cannot listen on', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const start = startServer({ host: '127.0.0.1', port, log: silent, implementations: [portalWith({})] });
    await expect(start).rejects.toThrow(StartError);
    await expect(start).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}: `);
    holder.close();
  });

  it('does not start with a method that nobody answers', async () => {
    const implementations = [{ service: PortalService, handlers: {} }];
    await expect(startServer({ host: '127.0.0.1', port: 0, log: silent, implementations })).rejects.toThrow(
      '/campus.portal.v1.PortalService/CreateTicket has no handler',
    );
  });

  it.each([0, 1, 2, 3])(
    'stops while its clients break off, %s turns of the event loop later',
    async (turns) => {
      const server = await startServer({ host: '127.0.0.1', port: 0, log: silent, implementations: [] });
      const client = connect(`http://127.0.0.1:${server.port}`);
      client.on('error', () => undefined);
      await once(client, 'remoteSettings');
      client.destroy(new Error('enough'), constants.NGHTTP2_CANCEL);
      for (let turn = 0; turn < turns; turn++) await turnOfLoop();
      await server.close();
    },
  );

  it('that stops tells streams and waiting calls that it restarts, and lets writes finish', async () => {
    const began = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const finish = Promise.withResolvers<void>();
    const handlers: Implementation['handlers'] = {
      async *watchTickets(_, { signal }) {
        yield { revision: 1n };
        await once(signal, 'abort');
        signal.throwIfAborted();
      },
      async getTicket(_, { signal }) {
        began[0].resolve();
        await once(signal, 'abort');
        signal.throwIfAborted();
        return {};
      },
      async countTickets() {
        began[1].resolve();
        await finish.promise;
        return { revision: 5n };
      },
    };
    await withPortal(handlers, async (portal, server) => {
      const changes = portal.watchTickets({});
      await changes.next();
      const ended = errorOf(changes.next());
      const waiting = errorOf(portal.getTicket({ ticketId: 1n }, { timeoutMs: 1_000 }));
      const writing = portal.countTickets({});
      await Promise.all(began.map(({ promise }) => promise));
      const closed = server.close();
      expect(richStatus(await ended)).toMatchObject({ code: Code.UNAVAILABLE });
      finish.resolve();
      expect(await writing).toMatchObject({ revision: 5n });
      expect(richStatus(await waiting)).toMatchObject({ code: Code.UNAVAILABLE });
      await closed;
    });
  });
});
