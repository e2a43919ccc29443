import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { randomUUID } from 'node:crypto';
import type { TestDesk } from './desk.ts';

/** Reports a problem at the portal. */
export async function report(
  { portal }: TestDesk,
  given: { description?: string; title?: string; location?: string } = {},
): Promise<Ticket> {
  const description = 'The projector shows no picture.';
  return (await portal.createTicket({ description, ...given, requestId: randomUUID() })).ticket!;
}

/** Takes up a ticket at the helpdesk. */
export async function activate({ helpdesk }: TestDesk, ticketId: bigint): Promise<Ticket> {
  return (await helpdesk.activateTicket({ ticketId, requestId: randomUUID() })).ticket!;
}

/** Takes up and closes a ticket at the helpdesk. */
export async function close(desk: TestDesk, ticketId: bigint): Promise<Ticket> {
  await activate(desk, ticketId);
  return (await desk.helpdesk.closeTicket({ ticketId, requestId: randomUUID() })).ticket!;
}
