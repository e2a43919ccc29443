import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import {
  Category,
  CategorySource,
  ChangeKind,
  Side,
  Status,
  TextField,
  type ChangeSchema,
  type MessageSchema,
  type TicketSchema,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Event } from '../../services/tickets/src/domain/event.ts';
import type { Refusal } from '../../services/tickets/src/domain/refusal.ts';
import type { Message, Ticket } from '../../services/tickets/src/domain/ticket.ts';
import { titleOf } from '../../services/tickets/src/domain/title.ts';
import type { Refused } from '../../services/tickets/test/refused.ts';

/** A change of the model's log. */
export type Entry = { readonly revision: number; readonly version: number; readonly event: Event };

/** A refusal as a program reads it. */
export type Shown = Omit<Refused, 'message'>;

/** Statuses as the contract numbers them. */
export const status = { open: Status.OPEN, active: Status.ACTIVE, closed: Status.CLOSED } as const;

/** Categories as the contract numbers them. */
export const category = {
  facility: Category.FACILITY_MANAGEMENT,
  it: Category.TECHNICAL_IT,
  services: Category.SERVICES_COMPLAINTS,
} as const;

const side = { user: Side.USER, helpdesk: Side.HELPDESK } as const;

const time = (ms: number | null) => (ms === null ? undefined : timestampFromMs(ms));

/** A ticket as the contract says that it is told. */
export function ticketShape(ticket: Ticket): MessageInitShape<typeof TicketSchema> {
  const { title, description, location, version, messageCount } = ticket;
  return {
    id: BigInt(ticket.id),
    title: title || titleOf(description),
    titleDerived: title === '',
    description,
    location,
    status: status[ticket.status],
    category: category[ticket.category],
    categorySource: { automatic: CategorySource.AUTOMATIC, staff: CategorySource.STAFF }[
      ticket.categorySource
    ],
    categoryConfidence: ticket.categoryConfidence,
    categoryWords: [...ticket.categoryWords],
    openedAt: timestampFromMs(ticket.openedAt),
    modifiedAt: timestampFromMs(ticket.modifiedAt),
    activatedAt: time(ticket.activatedAt),
    closedAt: time(ticket.closedAt),
    version,
    messageCount,
    lastMessageAt: time(ticket.lastMessageAt),
    lastMessageSide: ticket.lastMessageSide === null ? Side.UNSPECIFIED : side[ticket.lastMessageSide],
  };
}

/** A message as the contract says that it is told. */
export function messageShape(message: Message): MessageInitShape<typeof MessageSchema> {
  const { id, ticketId, authorName, body, sentAt } = message;
  return {
    id: BigInt(id),
    ticketId: BigInt(ticketId),
    side: side[message.side],
    authorName,
    body,
    sentAt: timestampFromMs(sentAt),
  };
}

/** A change as the contract says that it is told. */
export function changeShape({ revision, version, event }: Entry): MessageInitShape<typeof ChangeSchema> {
  return {
    revision: BigInt(revision),
    ticketId: BigInt(event.ticketId),
    side: side[event.side],
    changedAt: timestampFromMs(event.at),
    version,
    ...happeningShape(event),
  };
}

function happeningShape(event: Event): MessageInitShape<typeof ChangeSchema> {
  switch (event.type) {
    case 'opened':
      return { kind: ChangeKind.OPENED, categoryAfter: category[event.category] };
    case 'activated':
      return { kind: ChangeKind.ACTIVATED };
    case 'closed':
      return { kind: ChangeKind.CLOSED };
    case 'category-assigned':
      return {
        kind: ChangeKind.CATEGORY_ASSIGNED,
        categoryBefore: category[event.before],
        categoryAfter: category[event.after],
      };
    case 'message-posted':
      return { kind: ChangeKind.MESSAGE_POSTED, messageId: BigInt(event.message.id) };
    case 'edited': {
      const edits = [
        { field: TextField.DESCRIPTION, ...event.description },
        { field: TextField.TITLE, ...event.title },
        { field: TextField.LOCATION, ...event.location },
      ].filter((edit) => 'after' in edit);
      const moved = event.category?.before !== event.category?.after.category ? event.category : undefined;
      return {
        kind: ChangeKind.EDITED,
        edits,
        ...(moved && {
          categoryBefore: category[moved.before],
          categoryAfter: category[moved.after.category],
        }),
      };
    }
  }
}

/** A refusal as the contract says that it is told. */
export function refusalShape(refusal: Refusal | { type: 'not-found'; ticketId: bigint }): Shown {
  const shown = (code: string, reason: string, more: Readonly<Record<string, string>> = {}): Shown => ({
    code,
    reason,
    metadata: { ticket_id: String(refusal.ticketId), ...more },
    fields: [],
  });
  switch (refusal.type) {
    case 'not-found':
      return shown('NOT_FOUND', 'TICKET_NOT_FOUND');
    case 'closed':
      return shown(refusal.side === 'user' ? 'NOT_FOUND' : 'FAILED_PRECONDITION', 'TICKET_CLOSED', {
        closed_at: new Date(refusal.closedAt).toISOString(),
      });
    case 'wrong-status':
      return shown('FAILED_PRECONDITION', 'WRONG_STATUS', { status: refusal.status });
    case 'conflict':
      return shown('ABORTED', 'CONFLICT', {
        version: String(refusal.version),
        fields: refusal.fields.join(','),
      });
  }
}
