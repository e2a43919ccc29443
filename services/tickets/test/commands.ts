import { randomUUID } from 'node:crypto';
import type { Category } from '../src/domain/category/category.ts';
import type { Command, CreateTicket, PostMessage, UpdateTicket } from '../src/domain/command.ts';
import type { Side } from '../src/domain/ticket.ts';
import type { WriteRequest } from '../src/store/write-request.ts';

/** Reports a problem. */
export function create(given: Partial<Omit<CreateTicket, 'type' | 'side'>> = {}): CreateTicket {
  const description = 'The projector shows no picture.';
  return { type: 'create-ticket', side: 'user', description, title: '', location: '', ...given };
}

/** Edits texts. */
export function update(ticketId: number, given: Partial<UpdateTicket>): UpdateTicket {
  return { type: 'update-ticket', side: 'user', ticketId, ...given };
}

/** Moves a ticket along its life. */
export function move(ticketId: number, to: 'active' | 'closed', expectedVersion?: number): Command {
  return { type: 'move-ticket', side: 'helpdesk', ticketId, to, expectedVersion };
}

/** Sets the category. */
export function assign(ticketId: number, category: Category, expectedVersion?: number): Command {
  return { type: 'assign-category', side: 'helpdesk', ticketId, category, expectedVersion };
}

/** Says something under a ticket. */
export function post(ticketId: number, side: Side = 'user', body = 'Any news?'): PostMessage {
  return { type: 'post-message', side, ticketId, body, authorName: '' };
}

/** A command under a request id of its own. */
export function request(command: Command, id: string = randomUUID()): WriteRequest {
  return { id, command };
}
