import { maxRequestBytes } from '@campus-desk/kit/server';
import { Code, ConnectError, type HandlerContext } from '@connectrpc/connect';
import { gatewayError } from './explain-errors.ts';

/**
 * Refuses a body that says it is too large before any of it is read. One that does not say is refused by Connect while
 * it is read, which leaves a connection that can serve no further call: it is closed. Comes before `explainErrors`.
 * @throws ConnectError RESOURCE_EXHAUSTED
 */
export function limitSize({ requestHeader, responseHeader, signal }: HandlerContext): void {
  if (Number(requestHeader.get('content-length')) > maxRequestBytes)
    throw gatewayError(Code.ResourceExhausted, `A request may have at most ${maxRequestBytes} bytes.`);
  signal.addEventListener('abort', () => {
    const reason: unknown = signal.reason;
    // Any other refusal with this code is the gateway's own, comes before reading, and says so in its details.
    const isCut =
      reason instanceof ConnectError && reason.code === Code.ResourceExhausted && reason.details.length === 0;
    if (isCut) responseHeader.set('connection', 'close');
  });
}
