import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import type { Door } from '../api/door';
import { toFailure } from '../api/failure';
import { matches, narrows, type PortalQuery } from './portal-query';

export type ClosedTicket = {
  readonly id: bigint;
  readonly closedAt: string;
};

type OfMine = {
  readonly tickets: Ticket[];
  readonly closed: ClosedTicket[];
  readonly nextPageToken: string;
  readonly revision: bigint | undefined;
};

/** The tickets reported from this device: those that are open or in work, and the numbers of those now closed. */
export async function readMine(
  door: Door,
  ids: readonly bigint[],
  query: PortalQuery,
  signal: AbortSignal,
): Promise<OfMine> {
  const found = await Promise.all(ids.map((ticketId) => readOne(door, ticketId, signal)));
  const alive = found.filter((one) => 'ticket' in one);
  return {
    tickets: alive.map((one) => one.ticket).filter((ticket) => matches(ticket, query)),
    closed: narrows(query) ? [] : found.filter((one) => 'closedAt' in one),
    nextPageToken: '',
    revision: alive.reduce<bigint | undefined>(
      (least, one) => (least === undefined || one.revision < least ? one.revision : least),
      undefined,
    ),
  };
}

async function readOne(
  door: Door,
  ticketId: bigint,
  signal: AbortSignal,
): Promise<{ ticket: Ticket; revision: bigint } | ClosedTicket | { gone: true }> {
  try {
    const { ticket, revision } = await door.getTicket({ ticketId }, { signal });
    return ticket ? { ticket, revision } : { gone: true };
  } catch (error) {
    const failure = toFailure(error);
    if (failure.reason === 'TICKET_CLOSED') {
      return { id: ticketId, closedAt: failure.facts.closed_at ?? '' };
    }
    if (failure.code === Code.NotFound) {
      return { gone: true };
    }
    throw error;
  }
}
