import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { methodPath } from '@campus-desk/kit/service-definition';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/** How many requests an address may send in a minute, unless a stricter limit holds. */
const perMinute = 3_000;

/** The stricter limits: reports flood the desk, everything else only disturbs. */
const strict = new Map([
  [methodPath(PortalService.method.createTicket), 60],
  [methodPath(PortalService.method.postMessage), 120],
  [methodPath(PortalService.method.updateTicket), 240],
  [methodPath(HelpdeskService.method.exportTickets), 60],
]);

/** Limits the requests per address; beyond, the answer is RESOURCE_EXHAUSTED and says when to come back. */
export async function limitRates(server: FastifyInstance): Promise<void> {
  const limitOf = (path: string) => strict.get(path) ?? perMinute;
  await server.register(rateLimit, {
    timeWindow: '1 minute',
    max: (request) => limitOf(request.url),
    keyGenerator: (request) => (strict.has(request.url) ? `${request.ip} ${request.url}` : request.ip),
    errorResponseBuilder: (_request, { after }) => ({
      statusCode: 429,
      code: 'resource_exhausted',
      message: `Too many requests from your address; try again in ${after}.`,
    }),
  });
}
