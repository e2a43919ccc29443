import { Code, type ConnectError } from '@connectrpc/connect';
import { errorToJson } from '@connectrpc/connect/protocol-connect';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { gatewayError } from './explain-errors.ts';

/** Answers with an error that Fastify raises before any call begins; it looks as all others do. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  if (status < 500) return answer(reply, status, gatewayError(Code.InvalidArgument, error.message));
  request.log.error({ err: error }, 'request failed');
  answer(reply, status, gatewayError(Code.Internal, 'Something went wrong on our side.'));
}

/** Says that there is nothing at a path; a Connect client reads it as UNIMPLEMENTED. */
export function answerNotFound(reply: FastifyReply, path: string): void {
  answer(reply, 404, gatewayError(Code.Unimplemented, `There is nothing at ${path}.`));
}

function answer(reply: FastifyReply, status: number, error: ConnectError): void {
  void reply.code(status).send(errorToJson(error, undefined));
}
