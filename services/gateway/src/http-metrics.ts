import { durationBounds, meter } from '@campus-desk/kit/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';

const requestDuration = meter.createHistogram('http.server.request.duration', {
  unit: 's',
  description: 'How long requests took; a stream as long as it was open.',
  advice: { explicitBucketBoundaries: durationBounds },
});

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'QUERY']);

/** Counts a request that was answered by its route; whatever has no route of its own counts as one. */
export function countRequest({ method, routeOptions }: FastifyRequest, reply: FastifyReply): void {
  requestDuration.record(reply.elapsedTime / 1000, {
    'http.request.method': knownMethods.has(method) ? method : '_OTHER',
    'http.route': routeOptions.url ?? '/*',
    'http.response.status_code': reply.statusCode,
  });
}
