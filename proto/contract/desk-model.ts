import type { DescMethod } from '@bufbuild/protobuf';
import { isDeepStrictEqual } from 'node:util';
import { awaitsReply, isUnsure } from '../../services/tickets/src/domain/attention.ts';
import { categories } from '../../services/tickets/src/domain/category/category.ts';
import { LearningClassifier } from '../../services/tickets/src/domain/category/learning-classifier.ts';
import { categoryModel } from '../../services/tickets/src/category-model.ts';
import type { Command } from '../../services/tickets/src/domain/command.ts';
import { decide } from '../../services/tickets/src/domain/decide.ts';
import type { Event } from '../../services/tickets/src/domain/event.ts';
import { evolve } from '../../services/tickets/src/domain/evolve.ts';
import { statuses } from '../../services/tickets/src/domain/status.ts';
import { teachingOf } from '../../services/tickets/src/domain/teaching.ts';
import type { Message, Side, Ticket } from '../../services/tickets/src/domain/ticket.ts';
import { commandOf } from './model-commands.ts';
import {
  category,
  changeShape,
  messageShape,
  refusalShape,
  status,
  ticketShape,
  type Entry,
  type Shown,
} from './model-shapes.ts';

/** What a call comes to: an answer by its fields, or a refusal. */
export type Outcome = { readonly answer: Readonly<Record<string, unknown>> } | { readonly refusal: Shown };

/** A request, read as the desk has to read it. */
export type Understood = {
  readonly method: DescMethod;
  /** Its fields, normalised. */
  readonly said: Readonly<Record<string, unknown>>;
  /** The fields that break a bound, by their names in the proto file. */
  readonly wrong: readonly string[];
};

/** What the desk holds of one ticket. */
type TicketFile = {
  readonly ticket: Ticket;
  readonly entries: readonly Entry[];
  readonly messages: readonly Message[];
};

type Remembered = { readonly command: Command; readonly outcome: Outcome };

/** What a desk has to answer, from the pure functions of the domain alone: no database, no server, no clock. */
export class DeskModel {
  revision = 0;
  /** When its last change happened, in milliseconds since 1970-01-01T00:00:00Z. */
  lastAt = 0;
  /** In the order of their last changes. */
  readonly #files = new Map<number, TicketFile>();
  readonly #requests = new Map<string, Remembered>();
  /** When staff last set the category of a ticket, as a revision. */
  readonly #assigned = new Map<number, number>();
  readonly #classifier = new LearningClassifier(categoryModel);
  #lastMessageId = 0;

  /** How many tickets there are; they are numbered from 1. */
  get ticketCount(): number {
    return this.#files.size;
  }

  /** The ticket with a number, if there is one. */
  ticket(id: number): Ticket | undefined {
    return this.#files.get(id)?.ticket;
  }

  /** Does what a request asks for. @param at the desk's clock, if anything happens */
  write({ method, said, wrong }: Understood, at: number): Outcome {
    if (wrong.length > 0)
      return {
        refusal: {
          code: 'INVALID_ARGUMENT',
          reason: 'INVALID_REQUEST',
          metadata: {},
          fields: [...wrong].sort(),
        },
      };
    const { requestId, ...rest } = said;
    // No ticket can have such a number, whatever was asked under the same id before.
    if (typeof rest.ticketId === 'bigint' && rest.ticketId > Number.MAX_SAFE_INTEGER)
      return { refusal: refusalShape({ type: 'not-found', ticketId: rest.ticketId }) };
    const id = String(requestId).toLowerCase();
    const command = commandOf(method, rest);
    const earlier = this.#requests.get(id);
    if (earlier !== undefined)
      return isDeepStrictEqual(earlier.command, command)
        ? earlier.outcome
        : { refusal: { code: 'ALREADY_EXISTS', reason: 'REQUEST_ID_REUSED', metadata: {}, fields: [] } };
    const outcome = this.#carryOut(method, command, at);
    if ('answer' in outcome) this.#requests.set(id, { command, outcome });
    return outcome;
  }

  #carryOut(method: DescMethod, command: Command, at: number): Outcome {
    const ticket = 'ticketId' in command ? this.ticket(command.ticketId) : undefined;
    const decision = decide(command, ticket, {
      at,
      nextTicketId: this.#files.size + 1,
      nextMessageId: this.#lastMessageId + 1,
      monthOf: () => 'never shown at a door',
      classify: this.#classifier.classify,
    });
    if (decision.type === 'refusal') return { refusal: refusalShape(decision.refusal) };
    const facts =
      decision.type === 'event' ? this.#record(decision.event) : { ticket: ticketShape(decision.ticket) };
    return { answer: answerOf(method, { ...facts, revision: BigInt(this.revision) }) };
  }

  #record(event: Event) {
    this.lastAt = event.at;
    const revision = ++this.revision;
    const file = this.#files.get(event.ticketId);
    const ticket = evolve(file?.ticket, event, revision);
    const { ticketId, side, at } = event;
    if (event.type === 'category-assigned') this.#assigned.set(ticketId, revision);
    const since = this.#assigned.get(ticketId);
    if (since !== undefined) this.#classifier.learn(teachingOf(ticket, since));
    const message =
      event.type === 'message-posted' ? { ...event.message, ticketId, side, sentAt: at } : undefined;
    this.#lastMessageId = message?.id ?? this.#lastMessageId;
    this.#files.delete(ticketId);
    this.#files.set(ticketId, {
      ticket,
      entries: [...(file?.entries ?? []), { revision, version: ticket.version, event }],
      messages: [...(file?.messages ?? []), ...(message === undefined ? [] : [message])],
    });
    return { ticket: ticketShape(ticket), ...(message && { message: messageShape(message) }) };
  }

  /** What GetTicket answers at a door. */
  getTicket(side: Side, id: bigint): Outcome {
    return this.#seen(side, id, ({ ticket }) => ({
      ticket: ticketShape(ticket),
      revision: BigInt(this.revision),
    }));
  }

  /** What ListMessages answers at a door, all on one page. */
  listMessages(side: Side, id: bigint): Outcome {
    return this.#seen(side, id, ({ messages }) => ({ messages: messages.map(messageShape) }));
  }

  /** What ListHistory answers at a door, all on one page. */
  listHistory(side: Side, id: bigint): Outcome {
    return this.#seen(side, id, ({ entries }) => ({ changes: entries.map(changeShape) }));
  }

  /** What ListTickets answers at a door, the latest change first; its page token says `more` for any. */
  listTickets(side: Side, pageSize: number): Outcome {
    const visible = [...this.#files.values()]
      .map(({ ticket }) => ticket)
      .filter(({ closedAt }) => side === 'helpdesk' || closedAt === null)
      .reverse();
    const tickets = visible.slice(0, pageSize).map(ticketShape);
    const nextPageToken = visible.length > pageSize ? 'more' : '';
    return { answer: { tickets, nextPageToken, revision: BigInt(this.revision) } };
  }

  /** What CountTickets answers at a door. */
  countTickets(side: Side): Outcome {
    const tickets = [...this.#files.values()].map(({ ticket }) => ticket);
    const counts = statuses
      .filter((each) => side === 'helpdesk' || each !== 'closed')
      .flatMap((each) =>
        categories.map((of) => ({
          status: status[each],
          category: category[of],
          count: tickets.filter((ticket) => ticket.status === each && ticket.category === of).length,
        })),
      );
    const attention = side === 'helpdesk' && {
      awaitingReplyCount: tickets.filter(awaitsReply).length,
      unsureCategoryCount: tickets.filter(isUnsure).length,
    };
    return { answer: { counts, ...attention, revision: BigInt(this.revision) } };
  }

  #seen(side: Side, id: bigint, answer: (file: TicketFile) => Readonly<Record<string, unknown>>): Outcome {
    const file = this.#files.get(Number(id));
    if (file === undefined) return { refusal: refusalShape({ type: 'not-found', ticketId: id }) };
    const { closedAt } = file.ticket;
    if (closedAt !== null && side === 'user')
      return { refusal: refusalShape({ type: 'closed', ticketId: Number(id), side, closedAt }) };
    return { answer: answer(file) };
  }
}

/** What an answer of a write has to hold. @throws for a field that the model has nothing for */
function answerOf({ output }: DescMethod, facts: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    output.fields.map(({ localName }) => {
      if (!(localName in facts)) throw new Error(`${output.typeName}: the model has no ${localName}`);
      return [localName, facts[localName]];
    }),
  );
}
