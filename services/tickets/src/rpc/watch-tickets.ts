import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import { readHead } from '../store/head.ts';
import type { LoggedChange } from '../store/log-read.ts';
import type { Door } from './door.ts';
import { toClosedTicket, toMessage, toTicket } from './to-proto.ts';

/** Tells at a door of every change after a revision, in order, and how far it is where there is none. */
export async function* watchTickets(
  door: Door,
  { afterRevision }: { readonly afterRevision?: bigint | undefined },
  signal: AbortSignal,
) {
  const { revision } = await door.read(readHead);
  const after = afterRevision === undefined ? revision : Number(afterRevision);
  if (after > revision)
    throw new RpcError(
      Code.OUT_OF_RANGE,
      'REVISION_NOT_REACHED',
      `after_revision: the desk is at revision ${revision}; list again and watch after the list's revision`,
    );
  for await (const step of door.changes(after, signal)) {
    const told = step.changes.flatMap((change) => changeSeen(change, door));
    yield* told;
    if (told.length === 0) yield { revision: BigInt(step.revision) };
  }
}

/** A change as it is told at a door: of a ticket that is closed by now, the portal tells the closing alone. */
function changeSeen({ revision, event, ticket, message, isClosed }: LoggedChange, door: Door) {
  const at = { revision: BigInt(revision) };
  if (isClosed && door.side === 'user')
    return event.type === 'closed' ? [{ ...at, ticket: toClosedTicket(ticket) }] : [];
  return [{ ...at, ticket: toTicket(ticket), ...(message !== undefined && { message: toMessage(message) }) }];
}
