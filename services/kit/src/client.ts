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
import { methodDefinition } from './service-definition.ts';

/** How long a unary call may take unless its caller says otherwise, in milliseconds. */
const defaultTimeout = 10_000;

/** Every RPC of the contract may be tried again: reads change nothing, writes carry a request id. */
const serviceConfig = JSON.stringify({
  loadBalancingConfig: [{ round_robin: {} }],
  methodConfig: [
    {
      name: [{}],
      retryPolicy: {
        maxAttempts: 4,
        initialBackoff: '0.1s',
        maxBackoff: '1s',
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

/** A connection to one service, balanced over its addresses, that comes back by itself. */
export class Channel {
  readonly #client: grpc.Client;

  /** @param address `host:port`; a name is looked up again as its addresses change. */
  constructor(address: string) {
    this.#client = new grpc.Client(`dns:///${address}`, grpc.credentials.createInsecure(), {
      'grpc.service_config': serviceConfig,
      'grpc.keepalive_time_ms': 20_000,
      'grpc.keepalive_timeout_ms': 5_000,
      'grpc.initial_reconnect_backoff_ms': 200,
      'grpc.max_reconnect_backoff_ms': 2_000,
      'grpc.max_receive_message_length': 16 * 1024 * 1024,
    });
  }

  /** Makes a unary call. Rejects with a grpc-js ServiceError. */
  unary(method: DescMethod, request: Message, options: CallOptions = {}): Promise<Message> {
    return new Promise((resolve, reject) => {
      const { path, requestSerialize, responseDeserialize } = methodDefinition(method);
      const deadline = Date.now() + (options.timeoutMs ?? defaultTimeout);
      const metadata = new grpc.Metadata();
      const call = this.#client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
        { deadline },
        (error, response) => {
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
    const call = this.#client.makeServerStreamRequest(
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
    }
  }

  /** Closes the connection; running calls are cancelled. */
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
