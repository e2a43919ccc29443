import type { Classification } from './category/classifier.ts';
import type { AssignCategory, Command, CreateTicket, MoveTicket, UpdateTicket } from './command.ts';
import type { Event, Happening, TextEdit } from './event.ts';
import type { Refusal } from './refusal.ts';
import { mayMove } from './status.ts';
import { classifiedText, type CategoryAssignment, type MergeField, type Ticket } from './ticket.ts';

/** Finds the category of a text. */
export type Classify = (text: string) => Classification;

/** What a decision rests on beside command and state. */
export type Facts = {
  /** Now, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** The number that a new ticket gets. */
  readonly nextTicketId: number;
  /** The number that a new message gets. */
  readonly nextMessageId: number;
  /** The month of the campus that a time (ms UTC) lies in, as `2026-10`. */
  readonly monthOf: (time: number) => string;
  readonly classify: Classify;
};

/** What a command comes to. */
export type Decision =
  | { readonly type: 'event'; readonly event: Event }
  | { readonly type: 'refusal'; readonly refusal: Refusal }
  /** All is as the command wants it. */
  | { readonly type: 'nothing'; readonly ticket: Ticket };

type TextEdits = Readonly<Partial<Record<'description' | 'title' | 'location', TextEdit>>>;

type Changing = UpdateTicket | MoveTicket | AssignCategory;

/**
 * Decides what a command does to a ticket.
 * @param ticket the ticket it names; undefined when there is none
 */
export function decide(command: Command, ticket: Ticket | undefined, facts: Facts): Decision {
  if (command.type === 'create-ticket')
    return happened(command, facts.nextTicketId, open(command, facts), facts);
  const { ticketId, side } = command;
  if (ticket === undefined) return refused({ type: 'not-found', ticketId });
  if (ticket.closedAt !== null) return refused({ type: 'closed', ticketId, side, closedAt: ticket.closedAt });
  switch (command.type) {
    case 'post-message': {
      const message = { id: facts.nextMessageId, authorName: command.authorName, body: command.body };
      return happened(command, ticketId, { type: 'message-posted', message }, facts);
    }
    case 'move-ticket': {
      const { to } = command;
      if (!mayMove(ticket.status, to))
        return refused({ type: 'wrong-status', ticketId, status: ticket.status, to });
      return unlessConflict(command, ticket, ['status'], facts, {
        type: to === 'active' ? 'activated' : 'closed',
      });
    }
    case 'assign-category': {
      const { category: after } = command;
      if (ticket.categorySource === 'staff' && ticket.category === after) return { type: 'nothing', ticket };
      const before = ticket.category;
      return unlessConflict(command, ticket, ['category'], facts, {
        type: 'category-assigned',
        before,
        after,
      });
    }
    case 'update-ticket': {
      const edits = editsOf(command, ticket);
      const fields = Object.keys(edits) as (keyof typeof edits)[];
      if (fields.length === 0) return { type: 'nothing', ticket };
      const category = reclassified(edits, ticket, facts);
      return unlessConflict(command, ticket, fields, facts, { type: 'edited', ...edits, ...category });
    }
  }
}

function refused(refusal: Refusal): Decision {
  return { type: 'refusal', refusal };
}

function happened({ side }: Command, ticketId: number, happening: Happening, { at }: Facts): Decision {
  return { type: 'event', event: { ticketId, side, at, ...happening } };
}

function unlessConflict(
  command: Changing,
  ticket: Ticket,
  wanted: readonly MergeField[],
  facts: Facts,
  happening: Happening,
): Decision {
  const seen = command.expectedVersion ?? ticket.version;
  // A version from the future was read from a history that is gone (a restored backup): nothing is known then.
  const fields = wanted.filter((field) => ticket[`${field}Version`] > seen || seen > ticket.version);
  if (fields.length > 0)
    return refused({ type: 'conflict', ticketId: ticket.id, version: ticket.version, fields });
  return happened(command, ticket.id, happening, facts);
}

function open({ description, title, location }: CreateTicket, { at, monthOf, classify }: Facts): Happening {
  return {
    type: 'opened',
    description,
    title,
    location,
    openingMonth: monthOf(at),
    ...automatic({ title, description }, classify),
  };
}

function automatic(ticket: Pick<Ticket, 'title' | 'description'>, classify: Classify): CategoryAssignment {
  const { category, confidence, words } = classify(classifiedText(ticket));
  return { category, categorySource: 'automatic', categoryConfidence: confidence, categoryWords: words };
}

function editsOf(command: UpdateTicket, ticket: Ticket): TextEdits {
  const changed = (['description', 'title', 'location'] as const).flatMap((field) => {
    const [before, after] = [ticket[field], command[field]];
    return after === undefined || after === before ? [] : [[field, { before, after }] as const];
  });
  return Object.fromEntries(changed);
}

function reclassified({ description, title }: TextEdits, ticket: Ticket, { classify }: Facts) {
  if ((description ?? title) === undefined || ticket.categorySource === 'staff') return undefined;
  const texts = {
    title: title?.after ?? ticket.title,
    description: description?.after ?? ticket.description,
  };
  return { category: { before: ticket.category, after: automatic(texts, classify) } };
}
