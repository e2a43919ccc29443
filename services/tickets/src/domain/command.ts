import type { Category } from './category/category.ts';
import type { Side } from './ticket.ts';

/** Reports a problem. */
export type CreateTicket = {
  readonly type: 'create-ticket';
  readonly side: 'user';
  readonly description: string;
  readonly title: string;
  readonly location: string;
};

/** Edits texts; only what is defined changes. */
export type UpdateTicket = {
  readonly type: 'update-ticket';
  readonly side: 'user';
  readonly ticketId: number;
  readonly description?: string | undefined;
  readonly title?: string | undefined;
  readonly location?: string | undefined;
  readonly expectedVersion?: number | undefined;
};

/** Moves a ticket along its life. */
export type MoveTicket = {
  readonly type: 'move-ticket';
  readonly side: 'helpdesk';
  readonly ticketId: number;
  readonly to: 'active' | 'closed';
  readonly expectedVersion?: number | undefined;
};

/** Sets the category. */
export type AssignCategory = {
  readonly type: 'assign-category';
  readonly side: 'helpdesk';
  readonly ticketId: number;
  readonly category: Category;
  readonly expectedVersion?: number | undefined;
};

/** Says something under a ticket. */
export type PostMessage = {
  readonly type: 'post-message';
  readonly side: Side;
  readonly ticketId: number;
  readonly authorName: string;
  readonly body: string;
};

/** Something that somebody wants done. */
export type Command = CreateTicket | UpdateTicket | MoveTicket | AssignCategory | PostMessage;
