import { anyUnpack } from '@bufbuild/protobuf/wkt';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { Code, richStatus } from '@campus-desk/kit/rpc-error';
import type { ServiceError } from '@grpc/grpc-js';

/** A refusal as its caller sees it. */
export type Refused = {
  readonly code: string;
  readonly reason: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  /** The fields that a BadRequest names. */
  readonly fields: readonly string[];
  readonly message: string;
};

/** What a call is refused with. @throws when it is not refused */
export async function refused(call: Promise<unknown>): Promise<Refused> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as ServiceError,
  );
  if (error === undefined) throw new Error('the call was not refused');
  const details = richStatus(error)?.details ?? [];
  const info = details
    .map((detail) => anyUnpack(detail, ErrorInfoSchema))
    .find((found) => found !== undefined);
  const bad = details
    .map((detail) => anyUnpack(detail, BadRequestSchema))
    .find((found) => found !== undefined);
  return {
    code: Code[error.code],
    reason: info?.reason,
    metadata: info?.metadata ?? {},
    fields: bad?.fieldViolations.map(({ field }) => field) ?? [],
    message: error.details,
  };
}
