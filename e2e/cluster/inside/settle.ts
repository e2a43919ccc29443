import { call, helpdesk, listAll, portal } from './call.ts';

/** What the desk has acknowledged to the load, and what it has not answered. */
export type Acknowledged = {
  /** A word that stands in each of the tickets. */
  readonly mark: string;
  /** Tickets by request id. */
  readonly tickets: Map<string, { readonly id: string; readonly description: string }>;
  /** Descriptions by request id of creations that failed. */
  readonly unanswered: Map<string, string>;
  /** Tickets' ids by the text of the message. */
  readonly messages: Map<string, string>;
  /** The status by ticket's id. */
  readonly moves: Map<string, string>;
};

/** What became of it. */
export type Settled = {
  readonly tickets: number;
  readonly messages: number;
  readonly moves: number;
  /** What was acknowledged and is not there. */
  readonly lost: readonly string[];
  /** What is there more than once, or has another number for the same request. */
  readonly twice: readonly string[];
};

type Ticket = { readonly id: string; readonly description: string; readonly status: string };

/**
 * Sends what was not answered again, under the same request ids, and some of what was; then looks for everything.
 * These calls are no load: they are tried until they are answered.
 */
export async function settle(acknowledged: Acknowledged): Promise<Settled> {
  const { mark, tickets, unanswered, messages, moves } = acknowledged;
  const twice: string[] = [];
  const answered = [...tickets]
    .slice(-10)
    .map(([requestId, { description }]) => [requestId, description] as const);
  for (const [requestId, description] of [...unanswered, ...answered]) {
    const { ticket } = await call(`${portal}/CreateTicket`, { description, requestId });
    const known = tickets.get(requestId);
    if (known !== undefined && known.id !== ticket.id) twice.push(`request ${requestId}`);
    tickets.set(requestId, { id: ticket.id, description });
  }

  const all = (await listAll(`${helpdesk}/ListTickets`, {}, 'tickets')) as Ticket[];
  const mine = all.filter(({ description }) => description.includes(mark));
  const lost: string[] = [];
  for (const [requestId, { id }] of tickets) {
    const copies = mine.filter(({ description }) => description.includes(requestId));
    if (!copies.some((copy) => copy.id === id)) lost.push(`ticket ${id}`);
    if (copies.length > 1) twice.push(`ticket ${id}`);
  }
  // In its place a later move is as good.
  const order = ['STATUS_OPEN', 'STATUS_ACTIVE', 'STATUS_CLOSED'];
  for (const [id, status] of moves) {
    const now = mine.find((ticket) => ticket.id === id)?.status ?? 'STATUS_OPEN';
    if (order.indexOf(now) < order.indexOf(status)) lost.push(`${status} of ticket ${id}`);
  }
  for (const ticketId of new Set(messages.values())) {
    const bodies = await listAll(`${helpdesk}/ListMessages`, { ticketId }, 'messages');
    for (const [body] of [...messages].filter(([, of]) => of === ticketId)) {
      const copies = bodies.filter((message) => message.body === body).length;
      if (copies === 0) lost.push(`message under ${ticketId}`);
      if (copies > 1) twice.push(`message under ${ticketId}`);
    }
  }
  return { tickets: tickets.size, messages: messages.size, moves: moves.size, lost, twice };
}
