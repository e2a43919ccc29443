import * as grpc from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { setMaxListeners } from 'node:events';
import { bindMethod } from './bind-method.ts';
import { StartError } from './config.ts';
import type { Implementation } from './handlers.ts';
import type { Logger } from './log.ts';
import { addReflection } from './reflection.ts';
import { methodDefinition, methodPath } from './service-definition.ts';
import { settledWithin } from './settled-within.ts';

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
 * log line a call, reflection, and health (`""` while it lives, `"readiness"` and the name of each service while it can
 * answer).
 * @throws StartError when the port cannot be bound.
 */
export async function startServer({ host, port, log, implementations }: Options): Promise<Server> {
  // It would write plain text to standard error; what matters comes as an error.
  grpc.setLogVerbosity(grpc.logVerbosity.NONE);
  const stopping = new AbortController();
  // Every running call listens.
  setMaxListeners(0, stopping.signal);
  const server = new grpc.Server({ 'grpc.max_receive_message_length': maxRequestBytes });
  for (const { service, handlers } of implementations) {
    const bound = service.methods.map((method) => {
      const handler = handlers[method.localName];
      if (handler === undefined) throw new Error(`${methodPath(method)} has no handler`);
      // The method itself reads and writes bytes: what it cannot read it refuses as any other wrong request.
      const pass = (bytes: Buffer) => bytes;
      const definition = { ...methodDefinition(method), requestDeserialize: pass, responseSerialize: pass };
      return [method.localName, definition, bindMethod(method, handler, log, stopping.signal)] as const;
    });
    server.addService(
      Object.fromEntries(bound.map(([name, definition]) => [name, definition])),
      Object.fromEntries(bound.map(([name, , answer]) => [name, answer])),
    );
  }
  const health = new HealthImplementation({ '': 'SERVING' });
  const answering = ['readiness', ...implementations.map(({ service }) => service.typeName)];
  const setStatus = (status: 'SERVING' | 'NOT_SERVING') =>
    answering.forEach((name) => health.setStatus(name, status));
  setStatus('NOT_SERVING');
  health.addToServer(server);
  addReflection(server, implementations);
  let isReady = false;
  const boundPort = await listen(server, host, port);
  return {
    port: boundPort,
    setReady(ready) {
      if (ready !== isReady && !stopping.signal.aborted) setStatus(ready ? 'SERVING' : 'NOT_SERVING');
      isReady = ready;
    },
    async close() {
      setStatus('NOT_SERVING');
      stopping.abort();
      const ended = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
      // grpc-js never tells of a connection that was just being destroyed by its client: no more is waited for.
      if (!(await settledWithin(ended, stopGrace))) server.forceShutdown();
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
