import {
  create,
  type DescMethod,
  type DescService,
  type Message,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import type { GenService, GenServiceMethods } from '@bufbuild/protobuf/codegenv2';
import * as grpc from '@grpc/grpc-js';
import { RenewingClient } from './renewing-client.ts';
import { methodDefinition } from './service-definition.ts';
import { settledWithin } from './settled-within.ts';

/** How long a unary call may take unless its caller says otherwise, in milliseconds. */
const defaultTimeout = 10_000;

/** How often a call is tried: for about three seconds, in which a service that was restarted is back. */
const maxAttempts = 7;

/** The first and the longest pause between two tries of a call, in milliseconds. */
const pauses = { first: 100, longest: 800 };

/** How a single call is made. */
export type CallOptions = {
  /** Cancels the call. */
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds; unary calls have 10 seconds by default, streams no limit but 10 seconds until they are begun. */
  readonly timeoutMs?: number | undefined;
  /** Reads an answer; by default each is decoded for itself. */
  readonly decode?: ((bytes: Buffer) => Message) | undefined;
};

/** When a channel does what, in milliseconds. */
type Timing = {
  /** How long a connection with running calls may be silent until it is asked whether it lives. */
  readonly keepalive: number;
  /** After how long the addresses are looked up again. */
  readonly renewal: number;
};

/**
 * A pod that is lost with its network says nothing: it must be noticed, and its calls tried elsewhere, before they have
 * used up their time. But not within the 5 seconds in which a server that stops finishes its calls: by then it answers no
 * such question, and grpc-js would drop them.
 */
const usualTiming: Timing = { keepalive: 6_000, renewal: 3_000 };

/**
 * How many bytes of answers to unary calls may be on their way at once. They are read as fast as they come; with the 64 kB
 * of HTTP/2 eight answers of 8 kB wait for each other, which costs a quarter of their time. Streams keep the 64 kB: what
 * their readers leave lying is kept here.
 */
export const unaryWindow = { 'grpc-node.flow_control_window': 1024 * 1024 };

/** Connections to one service, balanced over its addresses, that come back by themselves. */
export class Channel {
  readonly #address: string;
  readonly #unary: RenewingClient;
  readonly #streams: RenewingClient;

  /**
   * @param address `host:port`; a name is looked up again as its addresses change. Fixed addresses may be listed:
   * `ipv4:10.0.0.1:50051,10.0.0.2:50051`.
   */
  constructor(address: string, { keepalive, renewal }: Timing = usualTiming) {
    this.#address = address;
    const target = /^ipv[46]:/.test(address) ? address : `dns:///${address}`;
    const options = {
      'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
      // A name is looked up whenever a connection ends; 30 seconds by default would keep addresses that are gone.
      'grpc.dns_min_time_between_resolutions_ms': 1_000,
      'grpc.keepalive_time_ms': keepalive,
      'grpc.keepalive_timeout_ms': 3_000,
      'grpc.initial_reconnect_backoff_ms': 200,
      'grpc.max_reconnect_backoff_ms': 1_000,
      'grpc.max_receive_message_length': 16 * 1024 * 1024,
    };
    this.#unary = new RenewingClient(target, { ...options, ...unaryWindow }, renewal);
    this.#streams = new RenewingClient(target, options, renewal);
  }

  /** Makes a unary call. Rejects with a grpc-js ServiceError. */
  async unary(
    method: DescMethod,
    request: Message,
    { signal, timeoutMs = defaultTimeout, decode }: CallOptions = {},
  ): Promise<Message> {
    const { path, requestSerialize, responseDeserialize } = methodDefinition(method);
    const deadline = Date.now() + timeoutMs;
    const { first, end } = await this.#begin(this.#unary, deadline, signal, (client) => {
      const { promise, resolve, reject } = Promise.withResolvers<Message>();
      const call = client.makeUnaryRequest(
        path,
        requestSerialize,
        decode ?? responseDeserialize,
        request,
        new grpc.Metadata(),
        { deadline },
        (error, response) => (error ? reject(error) : resolve(response!)),
      );
      return { call, first: promise };
    });
    end();
    return first;
  }

  /** Makes a call that streams its answers. Throws a grpc-js ServiceError while iterating. */
  async *serverStream(
    method: DescMethod,
    request: Message,
    { signal, timeoutMs, decode }: CallOptions = {},
  ): AsyncGenerator<Message> {
    const { path, requestSerialize, responseDeserialize } = methodDefinition(method);
    const deadline = Date.now() + (timeoutMs ?? defaultTimeout);
    const { call, first, end } = await this.#begin(this.#streams, deadline, signal, (client) => {
      const stream = client.makeServerStreamRequest(
        path,
        requestSerialize,
        decode ?? responseDeserialize,
        request,
        new grpc.Metadata(),
        timeoutMs === undefined ? {} : { deadline },
      );
      const messages = stream[Symbol.asyncIterator]() as AsyncIterableIterator<Message>;
      return { call: { cancel: () => stream.cancel(), messages }, first: messages.next() };
    });
    try {
      if (first.done === true) return;
      yield first.value;
      yield* call.messages;
    } finally {
      await call.messages.return?.();
      call.cancel();
      end();
    }
  }

  /** Closes the connections once nothing runs on them. */
  close(): void {
    this.#unary.close();
    this.#streams.close();
  }

  /**
   * Begins a call on connections that are there, and again, maybe on others, while the service is unavailable and
   * nothing has come from it. Any RPC of the contract may be tried again: reads change nothing, writes carry a request
   * id. The retries of grpc-js would stay with the addresses that were found for the first.
   */
  async #begin<Started extends { cancel(): void }, First>(
    clients: RenewingClient,
    deadline: number,
    signal: AbortSignal | undefined,
    start: (client: grpc.Client) => { call: Started; first: Promise<First> },
  ): Promise<{ call: Started; first: First; end: () => void }> {
    let refusal: grpc.ServiceError | undefined;
    for (let attempt = 1; ; attempt++) {
      const lease = await clients.lease(deadline - Date.now(), signal);
      if (lease === undefined) throw refusal ?? this.#noConnection(signal);
      const { call, first } = start(lease.client);
      const cancel = () => call.cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted === true) cancel();
      const end = () => {
        signal?.removeEventListener('abort', cancel);
        lease.release();
      };
      try {
        return { call, first: await first, end };
      } catch (error) {
        end();
        refusal = error as grpc.ServiceError;
        if (attempt === maxAttempts || refusal.code !== grpc.status.UNAVAILABLE) throw error;
        const pause = Math.min(pauses.first * 2 ** (attempt - 1), pauses.longest);
        await settledWithin(new Promise(() => undefined), pause * (0.5 + Math.random()), signal);
      }
    }
  }

  #noConnection(signal: AbortSignal | undefined): grpc.ServiceError {
    const [code, details] =
      signal?.aborted === true
        ? [grpc.status.CANCELLED, 'cancelled by its caller']
        : [grpc.status.UNAVAILABLE, `no connection to ${this.#address} in time`];
    return Object.assign(new Error(details), { code, details, metadata: new grpc.Metadata() });
  }
}

type Method = Pick<DescMethod, 'input' | 'output' | 'methodKind'>;

type Call<M extends Method> = M['methodKind'] extends 'unary'
  ? (request: MessageInitShape<M['input']>, options?: CallOptions) => Promise<MessageShape<M['output']>>
  : (
      request: MessageInitShape<M['input']>,
      options?: CallOptions,
    ) => AsyncGenerator<MessageShape<M['output']>>;

/** A typed method for each RPC of a service. */
export type Client<Methods extends GenServiceMethods> = { readonly [K in keyof Methods]: Call<Methods[K]> };

/** Gives the RPCs of a service of the contract as methods over a channel. */
export function createClient<Methods extends GenServiceMethods>(
  service: GenService<Methods>,
  channel: Channel,
): Client<Methods> {
  const { methods } = service as DescService;
  const calls = methods.map((method) => {
    const call = (request: Record<string, unknown>, options?: CallOptions) => {
      const message = create(method.input, request);
      return method.methodKind === 'unary'
        ? channel.unary(method, message, options)
        : channel.serverStream(method, message, options);
    };
    return [method.localName, call];
  });
  return Object.fromEntries(calls) as Client<Methods>;
}
