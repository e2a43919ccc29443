import { createRegistry } from '@bufbuild/protobuf';
import { anyUnpack } from '@bufbuild/protobuf/wkt';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { richStatus } from '@campus-desk/kit/rpc-error';
import { Code, ConnectError } from '@connectrpc/connect';
import type { ServiceError } from '@grpc/grpc-js';
import { gatewayError } from './explain-errors.ts';

/** What callers read where grpc-js, not a service, speaks. */
const sentences: Partial<Record<Code, string>> = {
  [Code.Unavailable]: 'The service does not answer; try again in a moment.',
  [Code.DeadlineExceeded]: 'The answer took longer than the call may take.',
  [Code.Canceled]: 'The call was cancelled.',
};

/** The details that people who read JSON see in plain text. */
const known = createRegistry(ErrorInfoSchema, BadRequestSchema);

const somethingWrong = 'Something went wrong on our side.';

/** An error of a call behind the gateway as its caller gets it: the same code, with the same details. */
export function fromUpstream(error: unknown): ConnectError {
  if (error instanceof ConnectError) return error;
  if (!isServiceError(error)) return gatewayError(Code.Internal, somethingWrong, { cause: error });
  const rich = richStatus(error);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- gRPC and Connect number codes alike
  const code: Code = error.code as number;
  if (rich === undefined) return gatewayError(code, sentences[code] ?? somethingWrong, { cause: error });
  const answer = new ConnectError(rich.message, code, undefined, undefined, error);
  answer.details = rich.details.map((detail) => {
    const type = detail.typeUrl.slice(detail.typeUrl.lastIndexOf('/') + 1);
    const [desc, value] = [known.getMessage(type), anyUnpack(detail, known)];
    return desc && value ? { desc, value } : { type, value: detail.value };
  });
  return answer;
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'metadata' in error;
}
