import { Service } from '@angular/core';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { newRequestId } from '../ticket/request-id';
import type { Deed, DeedRequest } from './deed';

/**
 * The requests of deeds that have no answer yet. One may have arrived though the line broke: done again to the ticket as
 * it was seen then, a deed is the same request, and the desk does it once.
 */
@Service()
export class Requests {
  private readonly open = new Map<string, DeedRequest>();

  of(deed: Deed, { id, version }: Pick<Ticket, 'id' | 'version'>): DeedRequest {
    const key = keyOf(deed, id, version);
    const request = this.open.get(key) ?? {
      ticketId: id,
      expectedVersion: version,
      requestId: newRequestId(),
    };
    this.open.set(key, request);
    return request;
  }

  answered(deed: Deed, { ticketId, expectedVersion }: DeedRequest): void {
    this.open.delete(keyOf(deed, ticketId, expectedVersion));
  }
}

function keyOf(deed: Deed, id: bigint, version: number): string {
  return JSON.stringify([deed, String(id), version]);
}
