import type { Category } from './category/category.ts';
import type { Status } from './status.ts';

/** The door through which something was said or done. */
export type Side = 'user' | 'helpdesk';

/** What a ticket is filed under, and why. */
export type CategoryAssignment = {
  readonly category: Category;
  readonly categorySource: 'automatic' | 'staff';
  /** 0 to 1; 1 when staff decided. */
  readonly categoryConfidence: number;
  /** The words that decided, the strongest first; none when staff decided. */
  readonly categoryWords: readonly string[];
};

/** A field that two people may change at once without a conflict only if they agree. */
export type MergeField = 'description' | 'title' | 'location' | 'category' | 'status';

/** The state of a ticket. Times are in milliseconds since 1970-01-01T00:00:00Z. */
export type Ticket = CategoryAssignment & {
  readonly id: number;
  /** As somebody gave it; empty while the description's first line serves. */
  readonly title: string;
  readonly description: string;
  /** Empty when nobody said. */
  readonly location: string;
  readonly status: Status;
  readonly openedAt: number;
  /** The month of the campus it was opened in, as `2026-10`. */
  readonly openingMonth: string;
  readonly modifiedAt: number;
  readonly activatedAt: number | null;
  readonly closedAt: number | null;
  /** From 1, one more with every change of the ticket itself. */
  readonly version: number;
  readonly descriptionVersion: number;
  readonly titleVersion: number;
  readonly locationVersion: number;
  /** The version since which staff's category stands; the automatic one leaves it alone. */
  readonly categoryVersion: number;
  readonly statusVersion: number;
  readonly messageCount: number;
  readonly lastMessageAt: number | null;
  readonly lastMessageSide: Side | null;
  /** The revision of its last change, messages included. */
  readonly revision: number;
};

/** The text that says what a ticket is about. */
export function classifiedText({ title, description }: Pick<Ticket, 'title' | 'description'>): string {
  return `${title}\n${description}`;
}

/** A message under a ticket. */
export type Message = {
  readonly id: number;
  readonly ticketId: number;
  readonly side: Side;
  /** Empty when none was given. */
  readonly authorName: string;
  readonly body: string;
  readonly sentAt: number;
};
