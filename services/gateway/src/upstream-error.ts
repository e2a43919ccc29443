import { create } from '@bufbuild/protobuf';
import { ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import type { RpcError } from '@campus-desk/kit/rpc-error';
import { Code as GrpcCode, richStatus } from '@campus-desk/kit/rpc-error';
import { Code, ConnectError } from '@connectrpc/connect';
import type { ServiceError } from '@grpc/grpc-js';

/** What callers read where grpc-js, not a service, speaks. */
const sentences: Partial<Record<Code, string>> = {
  [Code.Unavailable]: 'The service does not answer; try again in a moment.',
  [Code.DeadlineExceeded]: 'The answer took longer than the call may take.',
  [Code.Canceled]: 'The call was cancelled.',
};

/** An error of a call behind the gateway as its caller gets it: the same code, with the same details. */
export function fromUpstream(error: unknown): unknown {
  if (!isServiceError(error)) return error;
  const rich = richStatus(error);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- gRPC and Connect number codes alike
  const code: Code = error.code as number;
  if (rich === undefined) {
    const message = sentences[code] ?? 'Something went wrong on our side.';
    const info = create(ErrorInfoSchema, { reason: GrpcCode[error.code], domain: 'campus-desk' });
    return new ConnectError(message, code, undefined, [{ desc: ErrorInfoSchema, value: info }], error);
  }
  const answer = new ConnectError(rich.message, code, undefined, undefined, error);
  answer.details = rich.details.map(({ typeUrl, value }) => ({
    type: typeUrl.slice(typeUrl.lastIndexOf('/') + 1),
    value,
  }));
  return answer;
}

/** A refusal of the gateway's own as its caller gets it. */
export function fromRefusal(refusal: RpcError): ConnectError {
  return fromUpstream(Object.assign(new Error(refusal.message), refusal.toStatus())) as ConnectError;
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'metadata' in error;
}
