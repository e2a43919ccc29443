import { create, type DescMethod, type Message } from '@bufbuild/protobuf';
import * as grpc from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { once } from 'node:events';
import { StartError } from './config.ts';
import type { AnyHandler, CallContext, Fields, Implementation } from './handlers.ts';
import type { Logger } from './log.ts';
import { addReflection } from './reflection.ts';
import { Code, RpcError } from './rpc-error.ts';
import { methodDefinition, methodPath, serviceDefinition } from './service-definition.ts';
import { normalizeStrings } from './text.ts';
import { requireValid } from './validation.ts';

/** The largest request in bytes; a larger one is RESOURCE_EXHAUSTED. */
export const maxRequestBytes = 1024 * 1024;

/** How long running calls may take to end once the server stops, in milliseconds. */
const stopGrace = 5_000;

type Options = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly log: Logger;
  readonly implementations: readonly Implementation[];
};

/** A running server. */
export type Server = {
  /** The port it listens on. */
  readonly port: number;
  /** Tells the health check whether the service can answer. */
  setReady(ready: boolean): void;
  /** Stops gently: not ready, streams end with UNAVAILABLE, running calls finish, or are cut after 5 seconds. */
  close(): Promise<void>;
};

/**
 * Starts a gRPC server with what every service needs: normalised and validated requests, errors by one rule, a
 * log line a call, reflection, and health (`""` while it lives, `"readiness"` while it can answer).
 * @throws StartError when the port cannot be bound.
 */
export async function startServer({ host, port, log, implementations }: Options): Promise<Server> {
  const stopping = new AbortController();
  const server = new grpc.Server({ 'grpc.max_receive_message_length': maxRequestBytes });
  for (const { service, handlers } of implementations) {
    const bound = service.methods.map((method) => {
      const handler = handlers[method.localName];
      if (handler === undefined) throw new Error(`${methodPath(method)} has no handler`);
      return [method.localName, bind(method, handler, log, stopping.signal)] as const;
    });
    server.addService(serviceDefinition(service), Object.fromEntries(bound));
  }
  const health = new HealthImplementation({ '': 'SERVING', readiness: 'NOT_SERVING' });
  health.addToServer(server);
  addReflection(server, implementations);
  let isReady = false;
  const boundPort = await listen(server, host, port);
  return {
    port: boundPort,
    setReady(ready) {
      if (ready !== isReady) health.setStatus('readiness', ready ? 'SERVING' : 'NOT_SERVING');
      isReady = ready;
    },
    async close() {
      health.setStatus('readiness', 'NOT_SERVING');
      stopping.abort();
      const cut = setTimeout(() => server.forceShutdown(), stopGrace);
      await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
      clearTimeout(cut);
    },
  };
}

function listen(server: grpc.Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, grpc.ServerCredentials.createInsecure(), (error, boundPort) => {
      if (error) reject(new StartError(`Cannot listen on ${host}:${port}: ${error.message}.`));
      else resolve(boundPort);
    });
  });
}

function bind(method: DescMethod, handler: AnyHandler, log: Logger, stopping: AbortSignal) {
  const report = logCall(method, log);
  const prepare = (request: Message): Message => {
    normalizeStrings(method.input, request);
    requireValid(method.input, request);
    return request;
  };
  return method.methodKind === 'unary' ? unary : stream;

  function unary(call: grpc.ServerUnaryCall<Message, Message>, callback: grpc.sendUnaryData<Message>): void {
    const began = performance.now();
    const answer = async () =>
      create(method.output, (await handler(prepare(call.request), contextOf(call))) as Fields);
    answer().then(
      (response) => {
        report(began, Code.OK);
        callback(null, response);
      },
      (error: unknown) => {
        const refusal = RpcError.from(error);
        report(began, refusal.code, refusal.cause);
        callback(refusal.toStatus());
      },
    );
  }

  function stream(call: grpc.ServerWritableStream<Message, Message>): void {
    const began = performance.now();
    const { signal } = contextOf(call);
    const send = async () => {
      const answers = handler(prepare(call.request), { signal: AbortSignal.any([signal, stopping]) });
      for await (const answer of answers as AsyncIterable<Fields>) {
        if (signal.aborted || stopping.aborted) break;
        if (!call.write(create(method.output, answer))) await drained(call, signal);
      }
      if (stopping.aborted)
        throw new RpcError(Code.UNAVAILABLE, 'STOPPING', 'The service restarts; call again.');
    };
    send().then(
      () => {
        report(began, signal.aborted ? Code.CANCELLED : Code.OK);
        call.end();
      },
      (error: unknown) => {
        if (signal.aborted) return report(began, Code.CANCELLED);
        const refusal = RpcError.from(error);
        report(began, refusal.code, refusal.cause);
        call.emit('error', refusal.toStatus());
      },
    );
  }
}

function contextOf(
  call: grpc.ServerUnaryCall<Message, Message> | grpc.ServerWritableStream<Message, Message>,
): CallContext {
  const gone = new AbortController();
  call.once('cancelled', () => gone.abort());
  return { signal: gone.signal };
}

async function drained(
  call: grpc.ServerWritableStream<Message, Message>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await once(call, 'drain', { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function logCall(method: DescMethod, log: Logger) {
  const { path } = methodDefinition(method);
  return (began: number, code: Code, cause?: unknown) => {
    const line = { rpc: path, code: Code[code], ms: Math.round((performance.now() - began) * 10) / 10 };
    if (code === Code.INTERNAL) log.error({ ...line, err: cause }, 'call failed');
    else log.info(line, 'call');
  };
}
