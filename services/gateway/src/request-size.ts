import { maxRequestBytes } from '@campus-desk/kit/server';
import { Code, ConnectError, type HandlerContext } from '@connectrpc/connect';
import type { IncomingMessage } from 'node:http';
import { requestOf } from './current-request.ts';
import { gatewayError } from './explain-errors.ts';

/** How much of a refused body is still read, in bytes, and for how long, in milliseconds. */
const rest = { bytes: 8 * 1024 * 1024, ms: 5_000 };

/**
 * Refuses a body that says it is too large before any of it is read. One that does not say is refused by Connect while
 * it is read; its rest is read and forgotten, or its sender would read no answer. Comes before `explainErrors`.
 * @throws ConnectError RESOURCE_EXHAUSTED
 */
export function limitSize(context: HandlerContext): void {
  const { requestHeader, signal } = context;
  const { raw } = requestOf(context);
  if (Number(requestHeader.get('content-length')) > maxRequestBytes)
    throw gatewayError(Code.ResourceExhausted, `A request may have at most ${maxRequestBytes} bytes.`);
  // Connect reads by this, and leaving would destroy what could be read.
  raw[Symbol.asyncIterator] = () => raw.iterator({ destroyOnReturn: false });
  signal.addEventListener('abort', () => {
    const reason: unknown = signal.reason;
    // Any other refusal with this code is the gateway's own, comes before reading, and says so in its details.
    const isCut =
      reason instanceof ConnectError && reason.code === Code.ResourceExhausted && reason.details.length === 0;
    if (isCut) forgetRest(raw);
  });
}

/** Reads what is left of a body; the connection of one that does not end is cut. */
function forgetRest(request: IncomingMessage): void {
  if (request.destroyed) return;
  // The request itself lets go of it once it was answered.
  const { socket } = request;
  const cut = () => socket.destroy();
  const timer = setTimeout(cut, rest.ms);
  request.once('close', () => clearTimeout(timer));
  let left = rest.bytes;
  request.on('data', ({ length }: Buffer) => {
    left -= length;
    if (left < 0) cut();
  });
}
