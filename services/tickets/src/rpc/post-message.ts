import { type Door, ticketNumber } from './door.ts';
import { toMessage } from './to-proto.ts';

type PostMessage = { ticketId: bigint; body: string; authorName?: string | undefined; requestId: string };

/** Posts messages as the side of a door. */
export function postMessageHandler(door: Door) {
  return async ({ ticketId, body, authorName = '', requestId }: PostMessage) => {
    const { message, revision } = await door.submit(requestId, {
      type: 'post-message',
      side: door.side,
      ticketId: ticketNumber(ticketId),
      body,
      authorName,
    });
    return { ...(message && { message: toMessage(message) }), revision: BigInt(revision) };
  };
}
