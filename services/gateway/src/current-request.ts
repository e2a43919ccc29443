import { createContextKey, createContextValues, type HandlerContext } from '@connectrpc/connect';
import type { FastifyRequest } from 'fastify';

const requestKey = createContextKey<FastifyRequest | undefined>(undefined);

/** Remembers for a call which request it came by. */
export function rememberRequest(request: FastifyRequest) {
  return createContextValues().set(requestKey, request);
}

/** The request that a call came by. */
export function requestOf({ values }: HandlerContext): FastifyRequest {
  const request = values.get(requestKey);
  if (request === undefined) throw new TypeError('a call that came by no request');
  return request;
}
