import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { anyPack } from '@bufbuild/protobuf/wkt';
import {
  BadRequestSchema,
  ErrorInfoSchema,
  type BadRequest_FieldViolation,
} from '@campus-desk/contract/google/rpc/error_details';
import { StatusSchema, type Status } from '@campus-desk/contract/google/rpc/status';
import { Metadata, status as Code, type ServiceError, type StatusObject } from '@grpc/grpc-js';

export { Code };

/** What is wrong with one field: its path in the request, as in `statuses[1]`, and what would be right. */
export type FieldViolation = Pick<BadRequest_FieldViolation, 'field' | 'description'>;

type Options = {
  /** Facts for programs, beside the reason. Never what people wrote. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly violations?: readonly FieldViolation[];
  readonly cause?: unknown;
};

const detailsKey = 'grpc-status-details-bin';

/** A refusal or failure as a caller sees it: a code, a stable reason and a sentence. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: Code;
  readonly reason: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly violations: readonly FieldViolation[];

  constructor(code: Code, reason: string, message: string, options: Options = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.reason = reason;
    this.metadata = options.metadata ?? {};
    this.violations = options.violations ?? [];
  }

  /** INVALID_ARGUMENT with a violation for each wrong field; the message names them all. */
  static invalid(violations: readonly FieldViolation[]): RpcError {
    const message = violations.map(({ field, description }) => `${field}: ${description}`).join('; ');
    return new RpcError(Code.INVALID_ARGUMENT, 'INVALID_REQUEST', message, { violations });
  }

  /** The error itself if it is one already, else INTERNAL without any detail of the cause. */
  static from(error: unknown): RpcError {
    if (error instanceof RpcError) return error;
    return new RpcError(Code.INTERNAL, 'INTERNAL', 'Something went wrong on our side.', { cause: error });
  }

  /** As grpc-js sends it, with google.rpc.Status in the trailers. */
  toStatus(): Partial<StatusObject> {
    const { code, message } = this;
    const info = create(ErrorInfoSchema, {
      reason: this.reason,
      domain: 'campus-desk',
      metadata: this.metadata,
    });
    const details = [anyPack(ErrorInfoSchema, info)];
    if (this.violations.length > 0) {
      const badRequest = create(BadRequestSchema, { fieldViolations: [...this.violations] });
      details.push(anyPack(BadRequestSchema, badRequest));
    }
    const metadata = new Metadata();
    const rich = create(StatusSchema, { code, message, details });
    metadata.set(detailsKey, Buffer.from(toBinary(StatusSchema, rich)));
    return { code, details: message, metadata };
  }
}

/** The google.rpc.Status that came with an error of grpc-js, if one did. */
export function richStatus(error: ServiceError): Status | undefined {
  const [bytes] = error.metadata.get(detailsKey);
  return bytes instanceof Uint8Array ? fromBinary(StatusSchema, bytes) : undefined;
}
