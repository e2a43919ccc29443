import { fromBinary } from '@bufbuild/protobuf';
import { anyUnpack } from '@bufbuild/protobuf/wkt';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { Metadata, type ServiceError } from '@grpc/grpc-js';
import type { IncomingHttpHeaders } from 'node:http2';
import { describe, expect, it } from '@jest/globals';
import { Code, richStatus, RpcError } from './rpc-error.ts';

/** An error as grpc-js gives it to a caller after its trailers came over the wire. */
const received = (error: RpcError): ServiceError => {
  const { code, details, metadata } = error.toStatus();
  const overTheWire = Metadata.fromHttp2Headers(metadata!.toHttp2Headers() as IncomingHttpHeaders);
  return Object.assign(new Error(details), { code: code!, details: details!, metadata: overTheWire });
};

describe('RpcError', () => {
  it('comes through the trailers with its reason and what it knows', () => {
    const status = richStatus(
      received(
        new RpcError(Code.NOT_FOUND, 'TICKET_CLOSED', 'gone – für immer', { metadata: { ticket_id: '7' } }),
      ),
    );
    expect(status).toMatchObject({ code: Code.NOT_FOUND, message: 'gone – für immer' });
    expect(status?.details).toHaveLength(1);
    expect(anyUnpack(status!.details[0]!, ErrorInfoSchema)).toMatchObject({
      reason: 'TICKET_CLOSED',
      domain: 'campus-desk',
      metadata: { ticket_id: '7' },
    });
  });

  it('names each wrong field in its message and in its details', () => {
    const error = RpcError.invalid([
      { field: 'request_id', description: 'must be a UUID' },
      { field: 'statuses[1]', description: 'must be one of the defined values' },
    ]);
    expect(error.message).toBe('request_id: must be a UUID; statuses[1]: must be one of the defined values');
    const { details } = richStatus(received(error))!;
    expect(anyUnpack(details[0]!, ErrorInfoSchema)).toMatchObject({ reason: 'INVALID_REQUEST' });
    expect(anyUnpack(details[1]!, BadRequestSchema)?.fieldViolations).toMatchObject(error.violations);
  });

  it('hides whatever else went wrong, and keeps it for the log', () => {
    const cause = new TypeError("Access denied for user 'desk'@'10.0.0.7'");
    const error = RpcError.from(cause);
    expect(error.code).toBe(Code.INTERNAL);
    expect(error.cause).toBe(cause);
    const { details, metadata } = error.toStatus();
    expect(details).toBe('Something went wrong on our side.');
    const [bytes] = metadata!.get('grpc-status-details-bin');
    expect(Buffer.from(bytes as Buffer).toString()).not.toContain('denied');
    expect(fromBinary(ErrorInfoSchema, richStatus(received(error))!.details[0]!.value).reason).toBe(
      'INTERNAL',
    );
  });

  it('leaves a refusal as it is', () => {
    const refusal = new RpcError(Code.ABORTED, 'CONFLICT', 'somebody was faster');
    expect(RpcError.from(refusal)).toBe(refusal);
  });
});

describe('richStatus', () => {
  it('knows none where a service did not speak', () => {
    const error = Object.assign(new Error('no connection'), {
      code: Code.UNAVAILABLE,
      details: '',
      metadata: new Metadata(),
    });
    expect(richStatus(error)).toBeUndefined();
  });
});
