import type { Category } from './category/category.ts';
import type { CategoryAssignment, Message, Side } from './ticket.ts';

/** A text before and after an edit. */
export type TextEdit = { readonly before: string; readonly after: string };

/** What each kind of change records, beside ticket, side and time. */
export type Happening =
  | (CategoryAssignment & {
      readonly type: 'opened';
      readonly description: string;
      readonly title: string;
      readonly location: string;
      readonly openingMonth: string;
    })
  | {
      readonly type: 'edited';
      readonly description?: TextEdit;
      readonly title?: TextEdit;
      readonly location?: TextEdit;
      /** The automatic category that a new description led to. */
      readonly category?: { readonly before: Category; readonly after: CategoryAssignment };
    }
  | { readonly type: 'activated' }
  | { readonly type: 'closed' }
  | { readonly type: 'category-assigned'; readonly before: Category; readonly after: Category }
  | { readonly type: 'message-posted'; readonly message: Pick<Message, 'id' | 'authorName' | 'body'> };

/** Something that happened to a ticket. */
export type Event = {
  readonly ticketId: number;
  readonly side: Side;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
} & Happening;
