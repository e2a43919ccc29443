import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { Channel } from '@campus-desk/kit/client';
import { StartError } from '@campus-desk/kit/config';
import type { Logger } from '@campus-desk/kit/log';
import { maxRequestBytes } from '@campus-desk/kit/server';
import { Code } from '@connectrpc/connect';
import { fastifyConnectPlugin } from '@connectrpc/connect-fastify';
import { compressionGzip } from '@connectrpc/connect-node';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { setMaxListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { bridge } from './bridge.ts';
import { rememberRequest } from './current-request.ts';
import { drainable } from './draining.ts';
import { explainErrors, gatewayError } from './explain-errors.ts';
import { answerError } from './http-error.ts';
import { countRequest } from './http-metrics.ts';
import { servePage } from './page.ts';
import { rateLimits } from './rate-limits.ts';
import { limitSize } from './request-size.ts';
import { sharingEncodings } from './shared-encoding.ts';

/** The longest time that a caller may give a call, in milliseconds. */
const longestTimeout = 60 * 60 * 1000;

/** How long running calls may take to end once the gateway stops, in milliseconds. */
const stopGrace = 5_000;

type Options = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The services behind the gateway, as `host:port`. */
  readonly upstream: Readonly<Record<'tickets' | 'backlog' | 'resolution' | 'workload', string>>;
  readonly pageFolder: string;
  readonly rateLimits: boolean;
  /** The addresses and networks of the proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: string[] | undefined;
  /** For how long a gateway that stops goes on, while callers who keep connections let go of them, in seconds. */
  readonly drainSeconds: number;
  readonly log: Logger;
};

/** A running gateway. */
export type Gateway = {
  /** The port it listens on. */
  readonly port: number;
  /**
   * Goes on for the drain's time, while each answer lets its connection go; then ends streams, stops taking requests
   * and waits for running calls, at most 5 seconds.
   */
  close(): Promise<void>;
};

/**
 * Starts the gateway: Connect, gRPC-Web and the page in front, gRPC behind.
 * @throws StartError when the port cannot be bound or the page is missing
 */
export async function startGateway(options: Options): Promise<Gateway> {
  const { host, port, upstream, log } = options;
  const tickets = new Channel(upstream.tickets);
  const routes = [
    [PortalService, tickets],
    [HelpdeskService, tickets],
    [BacklogService, new Channel(upstream.backlog)],
    [ResolutionService, new Channel(upstream.resolution)],
    [WorkloadService, new Channel(upstream.workload)],
  ] as const;
  const loggerInstance: FastifyBaseLogger = log;
  const server: FastifyInstance = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    frameworkErrors: answerError,
    trustProxy: options.trustedProxies ?? false,
    // What comes while it stops is answered all the same.
    return503OnClosing: false,
  });
  const drain = drainable(server.server);
  server.addHook('onResponse', async (request, reply) => {
    countRequest(request, reply);
    // Without the query: people's words stand in it.
    const path = request.url.split('?', 1)[0];
    // Asked every few seconds wherever pods are watched.
    log[path === '/healthz' ? 'debug' : 'info'](
      { method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
  server.setErrorHandler(answerError);
  const limit = options.rateLimits ? await rateLimits(server) : undefined;
  // Streams end at once when the gateway stops; whatever still runs after a while is cut.
  const [stopping, cut] = [new AbortController(), new AbortController()];
  for (const { signal } of [stopping, cut]) setMaxListeners(0, signal);
  server.get('/healthz', () => ({ status: 'ok' }));
  await servePage(server, options.pageFolder);
  await server.register(fastifyConnectPlugin, {
    routes(router) {
      for (const [service, channel] of routes) bridge(router, service, channel, stopping.signal);
      router.handlers.splice(0, Infinity, ...router.handlers.map(sharingEncodings));
    },
    // brotli would run at its slowest setting.
    acceptCompression: [compressionGzip],
    compressMinBytes: 1024,
    readMaxBytes: maxRequestBytes,
    maxTimeoutMs: longestTimeout,
    // People who call by curl see zeros and empty lists as what they are, and hear of what they mistyped.
    jsonOptions: { alwaysEmitImplicit: true, ignoreUnknownFields: false },
    contextValues: rememberRequest,
    requestGate: async (context) => {
      limitSize(context);
      explainErrors(context);
      await limit?.(context);
    },
    shutdownSignal: cut.signal,
  });
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw new StartError(`Cannot listen on ${host}:${port}: ${(error as Error).message}.`, { cause: error });
  }
  return {
    port: (server.server.address() as AddressInfo).port,
    async close() {
      drain();
      await delay(options.drainSeconds * 1_000);
      stopping.abort(restarting());
      const timers = [
        setTimeout(() => cut.abort(restarting()), stopGrace),
        // They have had their answer by then.
        setTimeout(() => server.server.closeAllConnections(), stopGrace + 1_000),
        // A connection whose call has ended would be kept for the next.
        setInterval(() => server.server.closeIdleConnections(), 50),
      ];
      await server.close();
      timers.forEach(clearTimeout);
      for (const [, channel] of routes) channel.close();
    },
  };
}

function restarting() {
  return gatewayError(Code.Unavailable, 'The desk restarts; call again.', { reason: 'STOPPING' });
}
