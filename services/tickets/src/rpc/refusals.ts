import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import type { Refusal } from '../domain/refusal.ts';
import type { Status } from '../domain/status.ts';
import { isConnectionLoss, isCrowded, withoutTexts } from '../store/failure.ts';
import { PageTokenError } from '../store/page-token.ts';
import type { Outcome } from '../store/write-request.ts';
import { OverloadError } from '../store/writer.ts';

type Refused = Extract<Outcome, { type: 'refused' }>['refusal'];

/** A refusal as the caller sees it. */
export function refusalError(refusal: Refused): RpcError {
  switch (refusal.type) {
    case 'not-found':
      return notFound(refusal.ticketId);
    case 'closed':
      return closed(refusal);
    case 'wrong-status':
      return wrongStatus(refusal);
    case 'conflict':
      return conflict(refusal);
    case 'request-id-reused':
      return new RpcError(
        Code.ALREADY_EXISTS,
        'REQUEST_ID_REUSED',
        'request_id: was already used for another request; take a new one for each request',
      );
  }
}

/** No ticket has that number. */
export function notFound(ticketId: number | bigint): RpcError {
  return new RpcError(
    Code.NOT_FOUND,
    'TICKET_NOT_FOUND',
    `ticket_id: there is no ticket ${String(ticketId)}`,
    {
      metadata: { ticket_id: String(ticketId) },
    },
  );
}

/** The ticket is closed: gone for the portal, read-only for the helpdesk. */
export function closed({ ticketId, side, closedAt }: Extract<Refusal, { type: 'closed' }>): RpcError {
  const time = new Date(closedAt).toISOString();
  const [code, consequence] =
    side === 'user'
      ? [Code.NOT_FOUND, 'can no longer be seen here']
      : [Code.FAILED_PRECONDITION, 'no longer changes'];
  return new RpcError(
    code,
    'TICKET_CLOSED',
    `ticket_id: ticket ${ticketId} was closed at ${time} and ${consequence}`,
    {
      metadata: { ticket_id: String(ticketId), closed_at: time },
    },
  );
}

/** What the store threw, as the caller sees it; anything unknown as it may be logged. */
export function storeError(error: unknown): unknown {
  if (error instanceof PageTokenError)
    return RpcError.invalid([{ field: 'page_token', description: error.message }]);
  if (error instanceof OverloadError || isCrowded(error))
    return new RpcError(
      Code.RESOURCE_EXHAUSTED,
      'OVERLOADED',
      'The desk is overloaded; try again in a moment.',
    );
  if (isConnectionLoss(error))
    return new RpcError(
      Code.UNAVAILABLE,
      'DATABASE_UNAVAILABLE',
      'The database does not answer; try again.',
      {
        cause: error,
      },
    );
  return withoutTexts(error);
}

const needed: Readonly<Record<Status, string>> = {
  open: 'only reporting it makes a ticket open',
  active: 'only an open ticket can be taken up',
  closed: 'only an active ticket can be closed',
};

function wrongStatus({ ticketId, status, to }: Extract<Refusal, { type: 'wrong-status' }>): RpcError {
  return new RpcError(
    Code.FAILED_PRECONDITION,
    'WRONG_STATUS',
    `ticket_id: ticket ${ticketId} is ${status}, and ${needed[to]}`,
    { metadata: { ticket_id: String(ticketId), status } },
  );
}

function conflict({ ticketId, version, fields }: Extract<Refusal, { type: 'conflict' }>): RpcError {
  return new RpcError(
    Code.ABORTED,
    'CONFLICT',
    `expected_version: somebody changed ${fields.join(', ')} of ticket ${ticketId}, now at version ${version}; read it again`,
    { metadata: { ticket_id: String(ticketId), version: String(version), fields: fields.join(',') } },
  );
}
