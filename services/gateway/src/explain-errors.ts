import { create } from '@bufbuild/protobuf';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { Code as GrpcCode, type FieldViolation } from '@campus-desk/kit/rpc-error';
import { Code, ConnectError, type HandlerContext } from '@connectrpc/connect';
import { unreadableField } from './unreadable-json.ts';

type Options = {
  /** Why, for programs; the code's name if there is no more to say. */
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
};

/** An error of the gateway's own as its caller gets it. */
export function gatewayError(
  code: Code,
  message: string,
  { reason, headers, cause }: Options = {},
): ConnectError {
  return explained(new ConnectError(message, code, headers, undefined, cause), reason);
}

/**
 * Gives details to the errors that Connect itself raises, as for a body that is too large or cannot be read: a call's
 * signal aborts with the error just before Connect writes that down. What cannot be read is not our mistake.
 */
export function explainErrors({ signal, method }: HandlerContext): void {
  const explain = () => {
    if (!(signal.reason instanceof ConnectError)) return;
    const cannotBeRead = signal.reason.rawMessage.startsWith('parse binary');
    if (cannotBeRead) Object.assign(signal.reason, { code: Code.InvalidArgument });
    explained(signal.reason, undefined, unreadableField(signal.reason.cause, method.input));
  };
  // A call without any time is over before it begins.
  if (signal.aborted) explain();
  else signal.addEventListener('abort', explain);
}

function explained(error: ConnectError, reason?: string, wrong?: FieldViolation): ConnectError {
  if (error.details.length > 0) return error;
  const code = GrpcCode[error.code as number]!;
  const info = { reason: reason ?? (wrong === undefined ? code : 'INVALID_REQUEST'), domain: 'campus-desk' };
  error.details.push({ desc: ErrorInfoSchema, value: create(ErrorInfoSchema, info) });
  if (wrong !== undefined) {
    Object.assign(error, { rawMessage: `${wrong.field}: ${wrong.description}` });
    const fieldViolations = [wrong];
    error.details.push({ desc: BadRequestSchema, value: create(BadRequestSchema, { fieldViolations }) });
  }
  return error;
}
