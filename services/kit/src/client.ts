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

/** How long a unary call may take unless its caller says otherwise, in milliseconds. */
const defaultTimeout = 10_000;

/** How often a call is tried: for about three seconds, in which a service that was restarted is back. */
const maxAttempts = 7;

/** Every RPC of the contract may be tried again: reads change nothing, writes carry a request id. */
const serviceConfig = JSON.stringify({
  loadBalancingConfig: [{ round_robin: {} }],
  methodConfig: [
    {
      name: [{}],
      retryPolicy: {
        maxAttempts,
        initialBackoff: '0.1s',
        maxBackoff: '0.8s',
        backoffMultiplier: 2,
        retryableStatusCodes: ['UNAVAILABLE'],
      },
    },
  ],
});

/** How a single call is made. */
export type CallOptions = {
  /** Cancels the call. */
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds; unary calls have 10 seconds by default, streams no limit. */
  readonly timeoutMs?: number | undefined;
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

/** Connections to one service, balanced over its addresses, that come back by themselves. */
export class Channel {
  readonly #client: RenewingClient;

  /**
   * @param address `host:port`; a name is looked up again as its addresses change. Fixed addresses may be listed:
   * `ipv4:10.0.0.1:50051,10.0.0.2:50051`.
   */
  constructor(address: string, { keepalive, renewal }: Timing = usualTiming) {
    const target = /^ipv[46]:/.test(address) ? address : `dns:///${address}`;
    const options = {
      'grpc.service_config': serviceConfig,
      'grpc-node.retry_max_attempts_limit': maxAttempts,
      // A name is looked up whenever a connection ends; 30 seconds by default would keep addresses that are gone.
      'grpc.dns_min_time_between_resolutions_ms': 1_000,
      'grpc.keepalive_time_ms': keepalive,
      'grpc.keepalive_timeout_ms': 3_000,
      'grpc.initial_reconnect_backoff_ms': 200,
      'grpc.max_reconnect_backoff_ms': 1_000,
      'grpc.max_receive_message_length': 16 * 1024 * 1024,
    };
    this.#client = new RenewingClient(target, options, renewal);
  }

  /** Makes a unary call. Rejects with a grpc-js ServiceError. */
  unary(method: DescMethod, request: Message, options: CallOptions = {}): Promise<Message> {
    return new Promise((resolve, reject) => {
      const { path, requestSerialize, responseDeserialize } = methodDefinition(method);
      const deadline = Date.now() + (options.timeoutMs ?? defaultTimeout);
      const metadata = new grpc.Metadata();
      const { client, release } = this.#client.lease();
      const call = client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
        { deadline },
        (error, response) => {
          release();
          options.signal?.removeEventListener('abort', cancel);
          if (error) reject(error);
          else resolve(response!);
        },
      );
      const cancel = () => call.cancel();
      options.signal?.addEventListener('abort', cancel, { once: true });
      if (options.signal?.aborted === true) cancel();
    });
  }

  /** Makes a call that streams its answers. Throws a grpc-js ServiceError while iterating. */
  async *serverStream(
    method: DescMethod,
    request: Message,
    options: CallOptions = {},
  ): AsyncGenerator<Message> {
    const { path, requestSerialize, responseDeserialize } = methodDefinition(method);
    const { client, release } = this.#client.lease();
    const call = client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      new grpc.Metadata(),
      options.timeoutMs === undefined ? {} : { deadline: Date.now() + options.timeoutMs },
    );
    const cancel = () => call.cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
    if (options.signal?.aborted === true) cancel();
    try {
      for await (const message of call) yield message as Message;
    } finally {
      options.signal?.removeEventListener('abort', cancel);
      call.cancel();
      release();
    }
  }

  /** Closes the connections once nothing runs on them. */
  close(): void {
    this.#client.close();
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
