import type { DescMethod, DescService, Message } from '@bufbuild/protobuf';
import type { Channel } from '@campus-desk/kit/client';
import { linkedAbort } from '@campus-desk/kit/linked-abort';
import { countStream } from '@campus-desk/kit/rpc-metrics';
import { ConnectError, type ConnectRouter, type HandlerContext, type MethodImpl } from '@connectrpc/connect';
import { KnownAnswers } from './known-answers.ts';
import { unlessEncoded } from './shared-encoding.ts';
import { fromUpstream } from './upstream-error.ts';

/**
 * Forwards every method of a service from Connect to gRPC, whatever methods it has.
 * @param stopping ends the streams, with a ConnectError as its reason
 */
export function bridge(
  router: ConnectRouter,
  service: DescService,
  channel: Channel,
  stopping: AbortSignal,
): void {
  for (const method of service.methods) {
    const forward =
      method.methodKind === 'unary' ? unary(method, channel) : serverStream(method, channel, stopping);
    router.rpc(method, forward as MethodImpl<DescMethod>);
  }
}

function unary(method: DescMethod, channel: Channel) {
  const known = new KnownAnswers(method.output);
  const decode = (bytes: Buffer) => known.decode(bytes);
  return async (request: Message, context: HandlerContext): Promise<Message> => {
    const { signal } = context;
    try {
      const answer = await channel.unary(method, request, { signal, timeoutMs: context.timeoutMs(), decode });
      return unlessEncoded(method, answer, context);
    } catch (error) {
      throw translated(error, signal);
    }
  };
}

function serverStream(method: DescMethod, channel: Channel, stopping: AbortSignal) {
  const known = new KnownAnswers(method.output);
  const decode = (bytes: Buffer) => known.decode(bytes);
  return async function* (request: Message, context: HandlerContext): AsyncGenerator<Message> {
    const { signal, release } = linkedAbort(context.signal, stopping);
    const ended = countStream(method);
    try {
      const options = { signal, timeoutMs: context.timeoutMs(), decode };
      for await (const answer of channel.serverStream(method, request, options))
        yield unlessEncoded(method, answer, context);
    } catch (error) {
      throw translated(error, signal);
    } finally {
      ended();
      release();
    }
  };
}

/** Why the gateway itself ended the call, if it did; else what went wrong behind it. */
function translated(error: unknown, signal: AbortSignal): ConnectError {
  return signal.reason instanceof ConnectError ? signal.reason : fromUpstream(error);
}
