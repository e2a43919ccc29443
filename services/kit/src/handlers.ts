import type { DescMethod, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import type { GenService, GenServiceMethods } from '@bufbuild/protobuf/codegenv2';

/** What a handler learns of its call beside the request. */
export type CallContext = {
  /** Aborted when the caller is gone, the deadline has passed or the server stops. */
  readonly signal: AbortSignal;
};

type Method = Pick<DescMethod, 'input' | 'output' | 'methodKind'>;

/**
 * Answers one method: a promise for a unary one, an iteration for one that streams its answers. The same object may
 * answer many calls, and is then encoded once: it must not be changed any more.
 */
export type Handler<M extends Method> = M['methodKind'] extends 'unary'
  ? (request: MessageShape<M['input']>, context: CallContext) => Promise<MessageInitShape<M['output']>>
  : (request: MessageShape<M['input']>, context: CallContext) => AsyncIterable<MessageInitShape<M['output']>>;

/** A handler for every method of a service of the contract. */
export type Handlers<Methods extends GenServiceMethods> = {
  readonly [K in keyof Methods]: Handler<Methods[K]>;
};

/** A service of the contract together with its handlers. */
export type Implementation = {
  readonly service: GenService<GenServiceMethods>;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
};

/** The fields of a message, as `create` takes them. */
export type Fields = Record<string, unknown>;

/** A handler whose types were checked by `implement`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each handler has messages of its own
export type AnyHandler = (request: any, context: CallContext) => Promise<Fields> | AsyncIterable<Fields>;

/** Joins a service and its handlers, checking every method's types. */
export function implement<Methods extends GenServiceMethods>(
  service: GenService<Methods>,
  handlers: Handlers<Methods>,
): Implementation {
  return { service, handlers };
}
