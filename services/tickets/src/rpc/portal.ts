import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { implement } from '@campus-desk/kit/handlers';
import { findSimilar } from '../store/similar-tickets.ts';
import { Door, ticketNumber, type Desk } from './door.ts';
import { protoCategory } from './enum-names.ts';
import { postMessageHandler } from './post-message.ts';
import { readHandlers } from './reads.ts';
import { reportPresenceHandler } from './report-presence.ts';
import { toTicket } from './to-proto.ts';
import { watchTickets } from './watch-tickets.ts';

/** The simple user's door. */
export function portal(desk: Desk) {
  const door = new Door(desk, 'user');
  return implement(PortalService, {
    ...readHandlers(door),

    async createTicket({ description, title = '', location = '', requestId }) {
      const command = { type: 'create-ticket', side: 'user', description, title, location } as const;
      const { ticket, revision } = await door.submit(requestId, command);
      return { ticket: toTicket(ticket), revision: BigInt(revision) };
    },

    async updateTicket({ ticketId, description, title, location, expectedVersion, requestId }) {
      const { ticket, revision } = await door.submit(requestId, {
        type: 'update-ticket',
        side: 'user',
        ticketId: ticketNumber(ticketId),
        description,
        title,
        location,
        expectedVersion,
      });
      return { ticket: toTicket(ticket), revision: BigInt(revision) };
    },

    async findSimilarTickets({ text, location = '' }) {
      const matches = await door.read((manager) => findSimilar(manager, `${text}\n${location}`));
      return { matches: matches.map(({ ticket, score }) => ({ ticket: toTicket(ticket), score })) };
    },

    async previewCategory({ text }) {
      const { category, confidence, words } = await door.classify(text);
      return { category: protoCategory[category], confidence, words: [...words] };
    },

    postMessage: postMessageHandler(door),
    reportPresence: reportPresenceHandler(door),
    watchTickets: (request, { signal }) => watchTickets(door, request, signal),
  });
}
