import type { DescMethod, DescService, Message } from '@bufbuild/protobuf';
import type { Channel } from '@campus-desk/kit/client';
import { RpcError } from '@campus-desk/kit/rpc-error';
import { requireWellFormed } from '@campus-desk/kit/text';
import type { ConnectRouter, HandlerContext, MethodImpl } from '@connectrpc/connect';
import { fromRefusal, fromUpstream } from './upstream-error.ts';

/** Forwards every method of a service from Connect to gRPC, whatever methods it has. */
export function bridge(router: ConnectRouter, service: DescService, channel: Channel): void {
  for (const method of service.methods) {
    const forward = method.methodKind === 'unary' ? unary(method, channel) : serverStream(method, channel);
    router.rpc(method, forward as MethodImpl<DescMethod>);
  }
}

function unary(method: DescMethod, channel: Channel) {
  return async (request: Message, context: HandlerContext): Promise<Message> => {
    try {
      return await channel.unary(method, checked(method, request), callOptions(context));
    } catch (error) {
      throw translated(error);
    }
  };
}

function serverStream(method: DescMethod, channel: Channel) {
  return async function* (request: Message, context: HandlerContext): AsyncGenerator<Message> {
    try {
      yield* channel.serverStream(method, checked(method, request), callOptions(context));
    } catch (error) {
      throw translated(error);
    }
  };
}

/** JSON can spell text that protobuf cannot carry: it must be refused here, before it is changed by encoding. */
function checked(method: DescMethod, request: Message): Message {
  requireWellFormed(method.input, request);
  return request;
}

function callOptions({ signal, timeoutMs }: HandlerContext) {
  return { signal, timeoutMs: timeoutMs() };
}

function translated(error: unknown): unknown {
  return error instanceof RpcError ? fromRefusal(error) : fromUpstream(error);
}
