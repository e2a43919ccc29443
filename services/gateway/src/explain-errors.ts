import { create } from '@bufbuild/protobuf';
import { isFieldError } from '@bufbuild/protobuf/reflect';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { Code as GrpcCode } from '@campus-desk/kit/rpc-error';
import { Code, ConnectError, type HandlerContext } from '@connectrpc/connect';

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
export function explainErrors({ signal }: HandlerContext): void {
  signal.addEventListener('abort', () => {
    if (!(signal.reason instanceof ConnectError)) return;
    const cannotBeRead = signal.reason.rawMessage.startsWith('parse binary');
    if (cannotBeRead) Object.assign(signal.reason, { code: Code.InvalidArgument });
    explained(signal.reason);
  });
}

function explained(error: ConnectError, reason?: string): ConnectError {
  if (error.details.length > 0) return error;
  const field = wrongField(error.cause);
  const code = GrpcCode[error.code as number]!;
  const info = { reason: reason ?? (field === undefined ? code : 'INVALID_REQUEST'), domain: 'campus-desk' };
  error.details.push({ desc: ErrorInfoSchema, value: create(ErrorInfoSchema, info) });
  if (field !== undefined) {
    const fieldViolations = [{ field, description: error.rawMessage }];
    error.details.push({ desc: BadRequestSchema, value: create(BadRequestSchema, { fieldViolations }) });
  }
  return error;
}

/** The field whose JSON could not be read, if that was the cause. */
function wrongField(cause: unknown): string | undefined {
  if (isFieldError(cause)) return cause.field().name;
  return cause instanceof Error ? wrongField(cause.cause) : undefined;
}
