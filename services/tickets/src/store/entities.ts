import { EntitySchema } from 'typeorm';
import type { Category } from '../domain/category/category.ts';
import type { Event } from '../domain/event.ts';
import type { Visitor } from '../domain/presence.ts';
import type { Status } from '../domain/status.ts';
import type { Message, Ticket } from '../domain/ticket.ts';
import { long, longOrNull, word } from './column-types.ts';

/** The one row that every writer locks: where the log of changes ends. */
export type FeedHead = {
  id: 1;
  /** Names this log. */
  logId: string;
  revision: number;
  lastTicketId: number;
  lastMessageId: number;
  /** The time of the last change: times never run backwards along the log. */
  lastAt: number;
  /** Up to which revision the days have taken in what came and went: the version before goes on without them. */
  flowRevision: number;
  /** How many tickets wait for the helpdesk, and how many have an unsure category, as of `attentionRevision`. */
  awaitingReplyCount: number;
  unsureCategoryCount: number;
  /** Up to which revision these two counts have come: the version before goes on without them. */
  attentionRevision: number;
};

/** A change as it is stored. */
export type StoredEvent = Pick<Event, 'ticketId' | 'side' | 'at' | 'type'> & {
  revision: number;
  /** The version of the ticket since. */
  version: number;
  /** What the kind of change records beside that. */
  payload: object;
};

/** A write that was answered, for the caller who asks again. */
export type RememberedRequest = {
  id: string;
  /** SHA-256 of the command, in hexadecimal. */
  hash: string;
  at: number;
  answer: { readonly ticket: Ticket; readonly message?: Message; readonly revision: number };
};

/** Says that a ticket can be found by a term. */
export type TicketTerm = {
  term: string;
  ticketId: number;
  /** Whether the term stands in the ticket's own texts or in its messages. */
  part: 'ticket' | 'messages';
};

/** How many tickets have a status and a category. */
export type StatusCount = { status: Status; category: Category; count: number };

/** How many closed tickets of a month and category took about as long. */
export type ClosedBucket = {
  month: string;
  category: Category;
  /** A bar of the duration histogram. */
  bucket: number;
  count: number;
  totalMs: number;
};

/** How many tickets were opened and closed on a day of the campus. */
export type DayFlow = {
  /** As `2026-10-25`. */
  date: string;
  openedCount: number;
  closedCount: number;
};

/** Somebody at a ticket, for as long as they did not say otherwise. */
export type StoredPresence = Visitor & {
  ticketId: number;
  /** Until when that holds if they do not say it again (ms UTC). */
  until: number;
};

export const FeedHeadEntity = new EntitySchema<FeedHead>({
  name: 'feed_head',
  columns: {
    id: { type: 'int', primary: true },
    logId: { name: 'log_id', type: 'varchar', length: 36 },
    revision: long,
    lastTicketId: { ...long, name: 'last_ticket_id' },
    lastMessageId: { ...long, name: 'last_message_id' },
    lastAt: { ...long, name: 'last_at' },
    flowRevision: { ...long, name: 'flow_revision', default: 0 },
    awaitingReplyCount: { name: 'awaiting_reply_count', type: 'int', default: 0 },
    unsureCategoryCount: { name: 'unsure_category_count', type: 'int', default: 0 },
    attentionRevision: { ...long, name: 'attention_revision', default: 0 },
  },
});

export const TicketEntity = new EntitySchema<Ticket>({
  name: 'ticket',
  columns: {
    id: { ...long, primary: true },
    title: { type: 'varchar', length: 200 },
    description: { type: 'text' },
    location: { type: 'varchar', length: 200 },
    status: word,
    category: word,
    categorySource: { ...word, name: 'category_source' },
    categoryConfidence: { name: 'category_confidence', type: 'double' },
    categoryWords: { name: 'category_words', type: 'json' },
    openedAt: { ...long, name: 'opened_at' },
    openingMonth: { name: 'opening_month', type: 'varchar', length: 7 },
    modifiedAt: { ...long, name: 'modified_at' },
    activatedAt: { ...longOrNull, name: 'activated_at' },
    closedAt: { ...longOrNull, name: 'closed_at' },
    version: { type: 'int' },
    descriptionVersion: { name: 'description_version', type: 'int' },
    titleVersion: { name: 'title_version', type: 'int' },
    locationVersion: { name: 'location_version', type: 'int' },
    categoryVersion: { name: 'category_version', type: 'int' },
    statusVersion: { name: 'status_version', type: 'int' },
    messageCount: { name: 'message_count', type: 'int' },
    lastMessageAt: { ...longOrNull, name: 'last_message_at' },
    lastMessageSide: { ...word, name: 'last_message_side', nullable: true },
    revision: long,
  },
  indices: [
    { name: 'ticket_by_opening', columns: ['openedAt', 'id'] },
    { name: 'ticket_by_status', columns: ['status', 'openedAt', 'id'] },
    { name: 'ticket_by_change', columns: ['revision'] },
    { name: 'ticket_by_closing', columns: ['closedAt'] },
    { name: 'ticket_by_teacher', columns: ['categorySource', 'revision'] },
    { name: 'ticket_by_waiting', columns: ['lastMessageSide', 'closedAt', 'openedAt', 'id'] },
    { name: 'ticket_by_waiting_change', columns: ['lastMessageSide', 'closedAt', 'revision'] },
    {
      name: 'ticket_by_doubt',
      columns: ['categorySource', 'closedAt', 'openedAt', 'id', 'categoryConfidence', 'category', 'status'],
    },
    {
      name: 'ticket_by_doubt_change',
      columns: ['categorySource', 'closedAt', 'revision', 'categoryConfidence', 'category', 'status'],
    },
    { name: 'ticket_by_place', columns: ['location', 'openedAt', 'id'] },
    { name: 'ticket_by_place_change', columns: ['location', 'revision'] },
  ],
});

export const MessageEntity = new EntitySchema<Message>({
  name: 'message',
  columns: {
    id: { ...long, primary: true },
    ticketId: { ...long, name: 'ticket_id' },
    side: word,
    authorName: { name: 'author_name', type: 'varchar', length: 80 },
    body: { type: 'text' },
    sentAt: { ...long, name: 'sent_at' },
  },
  indices: [{ name: 'message_by_ticket', columns: ['ticketId', 'id'] }],
});

export const EventEntity = new EntitySchema<StoredEvent>({
  name: 'event',
  columns: {
    revision: { ...long, primary: true },
    ticketId: { ...long, name: 'ticket_id' },
    side: word,
    at: long,
    type: word,
    version: { type: 'int' },
    payload: { type: 'json' },
  },
  indices: [{ name: 'event_by_ticket', columns: ['ticketId', 'revision'] }],
});

export const RequestEntity = new EntitySchema<RememberedRequest>({
  name: 'request',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    hash: { type: 'varchar', length: 64 },
    at: long,
    answer: { type: 'json' },
  },
  indices: [{ name: 'request_by_time', columns: ['at'] }],
});

export const TicketTermEntity = new EntitySchema<TicketTerm>({
  name: 'ticket_term',
  columns: {
    term: { type: 'varchar', length: 48, primary: true },
    ticketId: { ...long, name: 'ticket_id', primary: true },
    part: { ...word, primary: true },
  },
});

export const StatusCountEntity = new EntitySchema<StatusCount>({
  name: 'status_count',
  columns: {
    status: { ...word, primary: true },
    category: { ...word, primary: true },
    count: { type: 'int' },
  },
});

export const ClosedBucketEntity = new EntitySchema<ClosedBucket>({
  name: 'closed_bucket',
  columns: {
    month: { type: 'varchar', length: 7, primary: true },
    category: { ...word, primary: true },
    bucket: { type: 'int', primary: true },
    count: { type: 'int' },
    totalMs: { ...long, name: 'total_ms' },
  },
});

export const DayFlowEntity = new EntitySchema<DayFlow>({
  name: 'day_flow',
  columns: {
    date: { type: 'varchar', length: 10, primary: true },
    openedCount: { name: 'opened_count', type: 'int' },
    closedCount: { name: 'closed_count', type: 'int' },
  },
});

export const PresenceEntity = new EntitySchema<StoredPresence>({
  name: 'presence',
  columns: {
    ticketId: { ...long, name: 'ticket_id', primary: true },
    clientId: { name: 'client_id', type: 'varchar', length: 36, primary: true },
    side: word,
    activity: word,
    until: long,
  },
});

/** Every table of the desk. */
export const entities = [
  FeedHeadEntity,
  TicketEntity,
  MessageEntity,
  EventEntity,
  RequestEntity,
  TicketTermEntity,
  StatusCountEntity,
  ClosedBucketEntity,
  DayFlowEntity,
  PresenceEntity,
];
