import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { methodPath } from '@campus-desk/kit/service-definition';
import { Code, type HandlerContext } from '@connectrpc/connect';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { requestOf } from './current-request.ts';
import { gatewayError } from './explain-errors.ts';

/** How many calls an address may make in a minute, unless the method has a limit of its own. */
const perMinute = 3_000;

/**
 * Limits of their own: reports flood the desk, everything else only disturbs. Who is where is said every some seconds
 * by each open page, and must take nothing from the calls that people make.
 */
const own = new Map([
  [methodPath(PortalService.method.createTicket), 60],
  [methodPath(PortalService.method.postMessage), 120],
  [methodPath(PortalService.method.updateTicket), 240],
  [methodPath(HelpdeskService.method.exportTickets), 60],
  [methodPath(PortalService.method.reportPresence), 1_200],
  [methodPath(HelpdeskService.method.reportPresence), 1_200],
]);

/** Makes a gate that limits the calls per address; beyond, it throws RESOURCE_EXHAUSTED and says when to come back. */
export async function rateLimits(
  server: FastifyInstance,
): Promise<(context: HandlerContext) => Promise<void>> {
  await server.register(rateLimit, { global: false, timeWindow: '1 minute' });
  const general = server.createRateLimit({ max: perMinute });
  const limited = new Map([...own].map(([path, max]) => [path, server.createRateLimit({ max })]));
  return async (context) => {
    const seen = await (limited.get(methodPath(context.method)) ?? general)(requestOf(context));
    if (seen.isAllowed || !seen.isExceeded) return;
    const seconds = seen.ttlInSeconds;
    throw gatewayError(
      Code.ResourceExhausted,
      `Too many requests from your address; try again in ${seconds} s.`,
      { reason: 'RATE_LIMITED', headers: { 'retry-after': String(seconds) } },
    );
  };
}
