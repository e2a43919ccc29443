import { decide, type Facts } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { Event } from '../domain/event.ts';
import type { Message, Ticket } from '../domain/ticket.ts';
import { commandOf } from './demo-command.ts';
import type { Life } from './lives.ts';
import { TimeQueue } from './time-queue.ts';

/** What happened at one revision. */
export type HistoryStep = {
  readonly revision: number;
  readonly event: Event;
  readonly after: Ticket;
  readonly message: Message | undefined;
  /** All that was said under the ticket, once nothing happens to it any more. */
  readonly said: readonly Message[] | undefined;
};

type Running = { readonly life: Life; readonly said: Message[]; step: number; ticket: Ticket | undefined };

/**
 * Lets lives happen side by side, as the desk would have recorded them from its first ticket on: in the order of their
 * times, by the desk's own decisions. Only the lives that are going on are kept in memory.
 * @param lives in the order in which they open
 * @param until when it ends (ms UTC): what would happen then or later does not
 */
export function* historyOf(
  lives: Iterable<Life>,
  until: number,
  facts: Pick<Facts, 'monthOf' | 'classify'>,
): Generator<HistoryStep> {
  const running = new TimeQueue<Running>();
  const numbers = { revision: 0, ticket: 0, message: 0 };

  const happen = (one: Running): HistoryStep => {
    const { at, action } = one.life[one.step++]!;
    const decision = decide(commandOf(action, one.ticket?.id ?? 0), one.ticket, {
      ...facts,
      at,
      nextTicketId: numbers.ticket + 1,
      nextMessageId: numbers.message + 1,
    });
    if (decision.type !== 'event')
      throw new Error(`a life has a step that the desk does not take: ${action.type}`);
    const { event } = decision;
    const revision = ++numbers.revision;
    const after = (one.ticket = evolve(one.ticket, event, revision));
    numbers.ticket = Math.max(numbers.ticket, after.id);
    const message = messageOf(event);
    if (message !== undefined) {
      one.said.push(message);
      numbers.message = message.id;
    }
    const next = one.life[one.step];
    const isLast = next === undefined || next.at >= until;
    if (!isLast) running.add(next.at, one);
    return { revision, event, after, message, said: isLast ? one.said : undefined };
  };

  for (const life of lives) {
    const opened = life[0]!.at;
    for (let next; (next = running.takeBefore(opened));) yield happen(next);
    if (opened < until) yield happen({ life, said: [], step: 0, ticket: undefined });
  }
  for (let next; (next = running.takeBefore(until));) yield happen(next);
}

function messageOf(event: Event): Message | undefined {
  if (event.type !== 'message-posted') return undefined;
  const { message, ticketId, side, at: sentAt } = event;
  return { ...message, ticketId, side, sentAt };
}
