import type { Message } from '@bufbuild/protobuf';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { createClient, type Transport } from '@connectrpc/connect';

/** Everything that a desk tells of itself: equal before and after means that nothing was stored. */
export type DeskState = {
  readonly revision: bigint;
  readonly counts: readonly Message[];
  readonly tickets: readonly { ticket: Ticket; messages: readonly Message[]; changes: readonly Message[] }[];
};

/** Reads the state of a desk whose tickets have at most 200 messages and 200 changes each. */
export async function deskState(transport: Transport): Promise<DeskState> {
  const helpdesk = createClient(HelpdeskService, transport);
  const { revision, counts } = await helpdesk.countTickets({});
  const tickets = [];
  for await (const part of helpdesk.exportTickets({})) tickets.push(...part.tickets);
  const of = async (ticket: Ticket) => {
    const page = { ticketId: ticket.id, pageSize: 200 };
    const [{ messages }, { changes }] = await Promise.all([
      helpdesk.listMessages(page),
      helpdesk.listHistory(page),
    ]);
    return { ticket, messages, changes };
  };
  return { revision, counts, tickets: await Promise.all(tickets.map(of)) };
}
