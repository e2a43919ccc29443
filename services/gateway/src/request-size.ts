import { maxRequestBytes } from '@campus-desk/kit/server';
import { Code, ConnectError, type HandlerContext } from '@connectrpc/connect';
import { gatewayError } from './explain-errors.ts';

/**
 * Refuses a body that says it is too large before any of it is read. One that does not say is refused by Connect while
 * it is read, which leaves a connection that can serve no further call: it is closed.
 * @throws ConnectError RESOURCE_EXHAUSTED
 */
export function limitSize({ requestHeader, responseHeader, signal }: HandlerContext): void {
  if (Number(requestHeader.get('content-length')) > maxRequestBytes)
    throw gatewayError(Code.ResourceExhausted, `A request may have at most ${maxRequestBytes} bytes.`);
  signal.addEventListener('abort', () => {
    const isTooLarge = signal.reason instanceof ConnectError && signal.reason.code === Code.ResourceExhausted;
    if (isTooLarge) responseHeader.set('connection', 'close');
  });
}
