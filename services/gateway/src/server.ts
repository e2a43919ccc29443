import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { Channel } from '@campus-desk/kit/client';
import { StartError } from '@campus-desk/kit/config';
import type { Logger } from '@campus-desk/kit/log';
import { maxRequestBytes } from '@campus-desk/kit/server';
import { Code, ConnectError } from '@connectrpc/connect';
import { fastifyConnectPlugin } from '@connectrpc/connect-fastify';
import { compressionGzip } from '@connectrpc/connect-node';
import { fastify, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { bridge } from './bridge.ts';
import { servePage } from './page.ts';
import { limitRates } from './rate-limits.ts';

/** The longest time that a caller may give a call, in milliseconds. */
const longestTimeout = 60 * 60 * 1000;

type Options = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The services behind the gateway, as `host:port`. */
  readonly upstream: Readonly<Record<'tickets' | 'backlog' | 'resolution' | 'workload', string>>;
  readonly pageFolder: string;
  readonly rateLimits: boolean;
  readonly log: Logger;
};

/** A running gateway. */
export type Gateway = {
  /** The port it listens on. */
  readonly port: number;
  /** Stops taking requests, ends streams and waits for running calls. */
  close(): Promise<void>;
};

/**
 * Starts the gateway: Connect, gRPC-Web and the page in front, gRPC behind.
 * @throws StartError when the port cannot be bound
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
    disableRequestLogging: true,
    forceCloseConnections: 'idle',
  });
  server.addHook('onResponse', async (request, reply) => {
    // Without the query: people's words stand in it.
    const path = request.url.split('?', 1)[0];
    log.info(
      { method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
  if (options.rateLimits) await limitRates(server);
  server.get('/healthz', () => ({ status: 'ok' }));
  await servePage(server, options.pageFolder);
  await server.register(fastifyConnectPlugin, {
    routes: (router) => routes.forEach(([service, channel]) => bridge(router, service, channel)),
    // brotli would run at its slowest setting.
    acceptCompression: [compressionGzip],
    compressMinBytes: 1024,
    readMaxBytes: maxRequestBytes,
    maxTimeoutMs: longestTimeout,
    // People who call by curl see zeros and empty lists as what they are.
    jsonOptions: { alwaysEmitImplicit: true },
    shutdownTimeoutMs: 0,
    shutdownError: new ConnectError('The desk restarts; call again.', Code.Unavailable),
  });
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw new StartError(`Cannot listen on ${host}:${port}: ${(error as Error).message}.`, { cause: error });
  }
  return {
    port: (server.server.address() as AddressInfo).port,
    async close() {
      await server.close();
      for (const [, channel] of routes) channel.close();
    },
  };
}
