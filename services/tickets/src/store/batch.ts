import { decide, type Facts } from '../domain/decide.ts';
import type { Event } from '../domain/event.ts';
import { evolve } from '../domain/evolve.ts';
import type { Message, Ticket } from '../domain/ticket.ts';
import type { FeedHead, RememberedRequest } from './entities.ts';
import { hashOf, type Answer, type Outcome, type WriteRequest } from './write-request.ts';

/** An event at its place in the log, with the ticket before and after it. */
export type Change = {
  readonly revision: number;
  readonly event: Event;
  readonly before: Ticket | undefined;
  readonly after: Ticket;
};

/** What the database holds that a batch of writes depends on. */
export type Found = {
  readonly head: FeedHead;
  readonly tickets: readonly Ticket[];
  readonly requests: readonly Pick<RememberedRequest, 'id' | 'hash' | 'answer'>[];
};

/** What a batch of writes adds to the database. */
export type Batch = {
  readonly head: FeedHead;
  readonly changes: readonly Change[];
  readonly messages: readonly Message[];
  readonly requests: readonly RememberedRequest[];
  /** One for each request, in their order. */
  readonly outcomes: readonly Outcome[];
};

/**
 * Decides a batch of writes one after the other, in memory: each sees what those before it did, and a refused one
 * leaves no trace.
 */
export function decideBatch(
  writes: readonly WriteRequest[],
  found: Found,
  facts: Pick<Facts, 'monthOf' | 'classify'> & { readonly now: number },
): Batch {
  const head = { ...found.head };
  const tickets = new Map(found.tickets.map((ticket) => [ticket.id, ticket]));
  const remembered = new Map(found.requests.map((request) => [request.id, request]));
  const changes: Change[] = [];
  const messages: Message[] = [];
  const requests: RememberedRequest[] = [];
  const at = Math.max(facts.now, head.lastAt);

  const answer = ({ command }: WriteRequest): Outcome => {
    const ticket = 'ticketId' in command ? tickets.get(command.ticketId) : undefined;
    const decision = decide(command, ticket, {
      ...facts,
      at,
      nextTicketId: head.lastTicketId + 1,
      nextMessageId: head.lastMessageId + 1,
    });
    if (decision.type === 'refusal') return { type: 'refused', refusal: decision.refusal };
    if (decision.type === 'nothing')
      return { type: 'done', answer: { ticket: decision.ticket, revision: head.revision } };
    return { type: 'done', answer: record(decision.event, ticket) };
  };

  const record = (event: Event, before: Ticket | undefined): Answer => {
    const revision = ++head.revision;
    const after = evolve(before, event, revision);
    head.lastAt = at;
    head.lastTicketId = Math.max(head.lastTicketId, after.id);
    tickets.set(after.id, after);
    changes.push({ revision, event, before, after });
    if (event.type !== 'message-posted') return { ticket: after, revision };
    const { ticketId, side } = event;
    const message = { ...event.message, ticketId, side, sentAt: at };
    head.lastMessageId = message.id;
    messages.push(message);
    return { ticket: after, message, revision };
  };

  const outcomes = writes.map((write): Outcome => {
    const hash = hashOf(write.command);
    const earlier = remembered.get(write.id);
    if (earlier !== undefined)
      return earlier.hash === hash
        ? { type: 'done', answer: earlier.answer }
        : { type: 'refused', refusal: { type: 'request-id-reused' } };
    const outcome = answer(write);
    if (outcome.type === 'done') {
      const request = { id: write.id, hash, at, answer: outcome.answer };
      remembered.set(write.id, request);
      requests.push(request);
    }
    return outcome;
  });
  return { head, changes, messages, requests, outcomes };
}
