import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { methodPath } from '@campus-desk/kit/service-definition';
import { Code, createContextKey, createContextValues, type HandlerContext } from '@connectrpc/connect';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { gatewayError } from './explain-errors.ts';

/** How many calls an address may make in a minute, unless a stricter limit holds. */
const perMinute = 3_000;

/** The stricter limits: reports flood the desk, everything else only disturbs. */
const strict = new Map([
  [methodPath(PortalService.method.createTicket), 60],
  [methodPath(PortalService.method.postMessage), 120],
  [methodPath(PortalService.method.updateTicket), 240],
  [methodPath(HelpdeskService.method.exportTickets), 60],
]);

const requestKey = createContextKey<FastifyRequest | undefined>(undefined);

/** Remembers for a call which request it came by. */
export function rememberRequest(request: FastifyRequest) {
  return createContextValues().set(requestKey, request);
}

/** Makes a gate that limits the calls per address; beyond, it throws RESOURCE_EXHAUSTED and says when to come back. */
export async function rateLimits(
  server: FastifyInstance,
): Promise<(context: HandlerContext) => Promise<void>> {
  await server.register(rateLimit, { global: false, timeWindow: '1 minute' });
  const general = server.createRateLimit({ max: perMinute });
  const strictly = new Map([...strict].map(([path, max]) => [path, server.createRateLimit({ max })]));
  return async ({ method, values }) => {
    const request = values.get(requestKey);
    if (request === undefined) throw new TypeError('a call that came by no request');
    const seen = await (strictly.get(methodPath(method)) ?? general)(request);
    if (seen.isAllowed || !seen.isExceeded) return;
    const seconds = seen.ttlInSeconds;
    throw gatewayError(
      Code.ResourceExhausted,
      `Too many requests from your address; try again in ${seconds} s.`,
      { reason: 'RATE_LIMITED', headers: { 'retry-after': String(seconds) } },
    );
  };
}
