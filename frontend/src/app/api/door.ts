import { InjectionToken } from '@angular/core';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import type {
  Activity,
  Category,
  Change,
  Message,
  Status,
  Ticket,
  TicketCount,
  TicketOrder,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { CallOptions } from '@connectrpc/connect';
import type { Attended } from './presences';

/** Which tickets to list, as both doors ask for them. */
export type TicketFilter = {
  statuses: Status[];
  categories: Category[];
  text: string;
  order: TicketOrder;
  openedFrom?: Timestamp;
  openedUntil?: Timestamp;
  closedFrom?: Timestamp;
  closedUntil?: Timestamp;
  /** Written as the location is. */
  location?: string;
  /** Asked for at the helpdesk alone: only what waits for an answer. */
  awaitingReply?: boolean;
  /** Asked for at the helpdesk alone: only what has a category that the desk is not sure of. */
  unsureCategory?: boolean;
};

/** One change of a ticket, or a heartbeat without a ticket. */
export type TicketNews = {
  revision: bigint;
  ticket?: Ticket | undefined;
  message?: Message | undefined;
  /** Who is at a ticket now, for each where that changed; told at the helpdesk alone. */
  presences?: readonly Attended[];
  /** The first of a stream: what it tells of presences is all there is. */
  opening?: boolean;
};

/** How many tickets stand where. Only the helpdesk is told what waits for it. */
export type Counts = {
  counts: TicketCount[];
  revision: bigint;
  awaitingReplyCount?: number;
  unsureCategoryCount?: number;
};

type OfTicket = {
  ticketId: bigint;
};

type Paged = {
  pageSize: number;
  pageToken: string;
};

/** What both doors can do, so that what is shared between them need not know which one it is behind. */
export type Door = {
  listTickets(
    request: TicketFilter & Paged,
    options?: CallOptions,
  ): Promise<{ tickets: Ticket[]; nextPageToken: string; revision: bigint }>;
  countTickets(request: object, options?: CallOptions): Promise<Counts>;
  getTicket(
    request: OfTicket,
    options?: CallOptions,
  ): Promise<{ ticket?: Ticket | undefined; revision: bigint }>;
  listMessages(
    request: OfTicket & Paged,
    options?: CallOptions,
  ): Promise<{ messages: Message[]; nextPageToken: string }>;
  postMessage(
    request: OfTicket & { body: string; authorName?: string; requestId: string },
    options?: CallOptions,
  ): Promise<{ message?: Message | undefined; revision: bigint }>;
  listHistory(
    request: OfTicket & Paged,
    options?: CallOptions,
  ): Promise<{ changes: Change[]; nextPageToken: string }>;
  reportPresence(
    request: OfTicket & { clientId: string; activity: Activity },
    options?: CallOptions,
  ): Promise<unknown>;
  watchTickets(request: { afterRevision?: bigint }, options?: CallOptions): AsyncIterable<TicketNews>;
};

/** The door that a page belongs to. */
export const DOOR = new InjectionToken<Door>('Door');
