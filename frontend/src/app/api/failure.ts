import { Code, ConnectError } from '@connectrpc/connect';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';

/** A call that did not do what it was asked, as the page thinks of it. Words are in failure-words.ts. */
export type Failure = {
  readonly code: Code;
  /** The stable reason that the desk gave, OFFLINE without any network, or ''. */
  readonly reason: string;
  /** What the desk adds to the reason, such as a closing date. */
  readonly facts: Readonly<Record<string, string>>;
  /** What is wrong with which field, by its name in the contract. */
  readonly fields: ReadonlyMap<string, string>;
};

export function toFailure(error: unknown): Failure {
  const connectError = ConnectError.from(error);
  const [info] = connectError.findDetails(ErrorInfoSchema);
  const violations = connectError.findDetails(BadRequestSchema).flatMap((detail) => detail.fieldViolations);
  const unreachable = isNetworkError(error);
  return {
    code: unreachable ? Code.Unavailable : connectError.code,
    reason: info?.reason ?? (unreachable && !navigator.onLine ? 'OFFLINE' : ''),
    facts: info?.metadata ?? {},
    fields: new Map(violations.map((violation) => [violation.field, violation.description])),
  };
}

/** Whether the same call may well succeed a little later. */
export function isTemporary(failure: Failure): boolean {
  return (
    failure.code === Code.Unavailable ||
    failure.code === Code.DeadlineExceeded ||
    failure.code === Code.ResourceExhausted
  );
}

export function isCanceled(error: unknown): boolean {
  return ConnectError.from(error).code === Code.Canceled;
}

/** fetch rejects with a TypeError when there is no network or nobody listens. */
function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof ConnectError && error.cause instanceof TypeError);
}
