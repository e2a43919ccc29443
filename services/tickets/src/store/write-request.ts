import { createHash } from 'node:crypto';
import type { Command } from '../domain/command.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Message, Ticket } from '../domain/ticket.ts';

/** A command with the id under which its caller may ask again. */
export type WriteRequest = {
  /** A UUID. */
  readonly id: string;
  readonly command: Command;
};

/** What an accepted command answers. */
export type Answer = {
  readonly ticket: Ticket;
  /** The message that the command posted. */
  readonly message?: Message;
  /** The revision of the change; the log's revision if nothing was to change. */
  readonly revision: number;
};

/** What becomes of a write. */
export type Outcome =
  | { readonly type: 'done'; readonly answer: Answer }
  | { readonly type: 'refused'; readonly refusal: Refusal | { readonly type: 'request-id-reused' } };

/** Tells equal commands from different ones, in a form that can be kept. */
export function hashOf(command: Command): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('hex');
}
