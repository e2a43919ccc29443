import { decide, type Decision, type Facts } from '../src/domain/decide.ts';
import { evolve } from '../src/domain/evolve.ts';
import type { Command } from '../src/domain/command.ts';
import type { Ticket } from '../src/domain/ticket.ts';
import { create } from './commands.ts';

/** What decisions rest on in these tests: text with "wifi" is IT, any other is facility management. */
export const facts: Facts = {
  at: 1_000,
  nextTicketId: 7,
  nextMessageId: 30,
  monthOf: () => '2026-10',
  classify: (text) =>
    text.includes('wifi')
      ? { category: 'it', confidence: 0.9, words: ['wifi'] }
      : { category: 'facility', confidence: 0.4, words: [] },
};

/** The ticket after some commands, the first of which opens it. */
export function after(...commands: readonly Command[]): Ticket {
  let ticket: Ticket | undefined;
  for (const [index, command] of [create(), ...commands].entries()) {
    const decision = decide(command, ticket, { ...facts, at: facts.at + index });
    if (decision.type !== 'event') throw new Error(`${command.type}: ${outcomeOf(decision)}`);
    ticket = evolve(ticket, decision.event, 100 + index);
  }
  return ticket!;
}

/** A decision in a few words, as in `refusal not-found` or `event edited`. */
export function outcomeOf(decision: Decision): string {
  switch (decision.type) {
    case 'nothing':
      return 'nothing';
    case 'event':
      return `event ${decision.event.type}`;
    case 'refusal':
      return `refusal ${decision.refusal.type}`;
  }
}
