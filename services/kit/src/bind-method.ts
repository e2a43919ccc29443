import { create, fromBinary, toBinary, type DescMethod, type Message } from '@bufbuild/protobuf';
import type * as grpc from '@grpc/grpc-js';
import { once } from 'node:events';
import type { AnyHandler, Fields } from './handlers.ts';
import { linkedAbort } from './linked-abort.ts';
import type { Logger } from './log.ts';
import { Code, RpcError } from './rpc-error.ts';
import { countCall, countStream } from './rpc-metrics.ts';
import { methodPath } from './service-definition.ts';
import { normalizeStrings } from './text.ts';
import { prepareValidation, requireValid } from './validation.ts';

/** Why the signal of a call aborts that has ended. */
const over = new DOMException('The call is over.', 'AbortError');

/**
 * Makes a handler answer as grpc-js wants it: requests read, normalised and validated, errors by one rule, a log line
 * and a count a call.
 * @param stopping aborts when the server stops
 */
export function bindMethod(method: DescMethod, handler: AnyHandler, log: Logger, stopping: AbortSignal) {
  const report = reportCall(method, log);
  const encode = encoder(method);
  prepareValidation(method.input);
  return method.methodKind === 'unary' ? unary : stream;

  function unary(call: grpc.ServerUnaryCall<Buffer, Buffer>, callback: grpc.sendUnaryData<Buffer>): void {
    const began = performance.now();
    const { signal, gone } = endOf(call);
    const answer = async () => encode((await handler(prepare(method, call.request), { signal })) as Fields);
    answer().then(
      (response) => {
        report(began, Code.OK);
        callback(null, response);
      },
      (error: unknown) => {
        const refusal = refusalOf(error);
        if (gone()) report(began, Code.CANCELLED);
        else report(began, refusal.code, refusal.cause);
        callback(refusal.toStatus());
      },
    );
  }

  function stream(call: grpc.ServerWritableStream<Buffer, Buffer>): void {
    const began = performance.now();
    const { signal, gone } = endOf(call);
    const ended = countStream(method);
    const send = async () => {
      const answers = handler(prepare(method, call.request), { signal });
      for await (const answer of answers as AsyncIterable<Fields>) {
        if (signal.aborted) break;
        if (!call.write(encode(answer))) await drained(call, signal);
      }
      if (stopping.aborted) throw restarting();
    };
    send()
      .finally(ended)
      .then(
        () => {
          report(began, gone() ? Code.CANCELLED : Code.OK);
          call.end();
        },
        (error: unknown) => {
          if (gone()) return report(began, Code.CANCELLED);
          const refusal = refusalOf(error);
          report(began, refusal.code, refusal.cause);
          call.emit('error', refusal.toStatus());
        },
      );
  }

  /** The end of a call from outside: the signal tells it, and `gone` whether it was its caller's, not the server's. */
  function endOf(call: grpc.ServerUnaryCall<Buffer, Buffer> | grpc.ServerWritableStream<Buffer, Buffer>) {
    const end = linkedAbort(stopping);
    let isGone = false;
    // grpc-js tells this of every call, also of one that ended well or whose deadline has passed.
    call.once('cancelled', () => {
      isGone = true;
      end.abort(over);
    });
    return { signal: end.signal, gone: () => isGone };
  }

  function refusalOf(error: unknown): RpcError {
    return stopping.aborted && !(error instanceof RpcError) ? restarting(error) : RpcError.from(error);
  }
}

/** Reads, normalises and validates a request. @throws RpcError INVALID_ARGUMENT */
function prepare(method: DescMethod, bytes: Buffer): Message {
  const request = readRequest(method, bytes);
  normalizeStrings(method.input, request);
  requireValid(method.input, request);
  return request;
}

function readRequest({ input }: DescMethod, bytes: Buffer): Message {
  try {
    return fromBinary(input, bytes);
  } catch {
    throw new RpcError(Code.INVALID_ARGUMENT, 'MALFORMED_REQUEST', `The request is not a ${input.typeName}.`);
  }
}

/** Encodes answers: one that is given to many calls only once. */
function encoder({ output }: DescMethod): (answer: Fields) => Buffer {
  const known = new WeakMap<Fields, Buffer>();
  return (answer) => {
    const bytes = known.get(answer) ?? Buffer.from(toBinary(output, create(output, answer)));
    known.set(answer, bytes);
    return bytes;
  };
}

function restarting(cause?: unknown): RpcError {
  return new RpcError(Code.UNAVAILABLE, 'STOPPING', 'The service restarts; call again.', { cause });
}

async function drained(call: grpc.ServerWritableStream<Buffer, Buffer>, signal: AbortSignal): Promise<void> {
  try {
    await once(call, 'drain', { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function reportCall(method: DescMethod, log: Logger) {
  const path = methodPath(method);
  return (began: number, code: Code, cause?: unknown) => {
    const ms = performance.now() - began;
    countCall(method, code, ms);
    const line = { rpc: path, code: Code[code], ms: Math.round(ms * 10) / 10 };
    if (code === Code.INTERNAL) log.error({ ...line, err: cause }, 'call failed');
    else log.info(line, 'call');
  };
}
