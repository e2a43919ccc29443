import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { implement } from '@campus-desk/kit/handlers';
import { readAttention } from '../store/attention.ts';
import { readHead } from '../store/head.ts';
import { allTickets } from '../store/ticket-list.ts';
import { Door, ticketNumber, type Desk } from './door.ts';
import { categoryOf } from './enum-names.ts';
import { postMessageHandler } from './post-message.ts';
import { countsSeen, filterOf, readHandlers } from './reads.ts';
import { reportPresenceHandler } from './report-presence.ts';
import { toTicket } from './to-proto.ts';
import { watchTicketsAndPresence } from './watch-presence.ts';

type Move = { ticketId: bigint; expectedVersion?: number | undefined; requestId: string };

/** The helpdesk's door. */
export function helpdesk(desk: Desk) {
  const door = new Door(desk, 'helpdesk');
  const moveTo =
    (to: 'active' | 'closed') =>
    async ({ ticketId, expectedVersion, requestId }: Move) => {
      const command = {
        type: 'move-ticket',
        side: 'helpdesk',
        ticketId: ticketNumber(ticketId),
        to,
      } as const;
      const { ticket, revision } = await door.submit(requestId, { ...command, expectedVersion });
      return { ticket: toTicket(ticket), revision: BigInt(revision) };
    };
  return implement(HelpdeskService, {
    ...readHandlers(door),
    activateTicket: moveTo('active'),
    closeTicket: moveTo('closed'),

    async assignCategory({ ticketId, category, expectedVersion, requestId }) {
      const { ticket, revision } = await door.submit(requestId, {
        type: 'assign-category',
        side: 'helpdesk',
        ticketId: ticketNumber(ticketId),
        category: categoryOf(category),
        expectedVersion,
      });
      return { ticket: toTicket(ticket), revision: BigInt(revision) };
    },

    postMessage: postMessageHandler(door),
    reportPresence: reportPresenceHandler(door),
    watchTickets: (request, { signal }) => watchTicketsAndPresence(door, request, signal),

    async countTickets() {
      return door.read(async (manager) => ({
        ...(await countsSeen(manager, door)),
        ...(await readAttention(manager, await readHead(manager))),
      }));
    },

    async *exportTickets(request) {
      for await (const { tickets, revision } of door.stream((manager) =>
        allTickets(manager, filterOf(request, door)),
      ))
        yield { tickets: tickets.map(toTicket), revision: BigInt(revision) };
    },
  });
}
