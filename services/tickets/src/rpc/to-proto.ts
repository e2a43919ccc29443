import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import {
  ChangeKind,
  Side as ProtoSide,
  TextField,
  type ChangeSchema,
  type MessageSchema,
  type PresenceSchema,
  type TicketSchema,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Event, TextEdit } from '../domain/event.ts';
import type { Presence } from '../domain/presence.ts';
import type { Message, Ticket } from '../domain/ticket.ts';
import { titleOf } from '../domain/title.ts';
import type { HistoryEntry } from '../store/ticket-reads.ts';
import { protoActivity, protoCategory, protoSide, protoSource, protoStatus } from './enum-names.ts';

const kinds: Readonly<Record<Event['type'], ChangeKind>> = {
  opened: ChangeKind.OPENED,
  edited: ChangeKind.EDITED,
  activated: ChangeKind.ACTIVATED,
  closed: ChangeKind.CLOSED,
  'category-assigned': ChangeKind.CATEGORY_ASSIGNED,
  'message-posted': ChangeKind.MESSAGE_POSTED,
};

/** A ticket as the contract has it. */
export function toTicket(ticket: Ticket): MessageInitShape<typeof TicketSchema> {
  return {
    id: BigInt(ticket.id),
    title: ticket.title === '' ? titleOf(ticket.description) : ticket.title,
    titleDerived: ticket.title === '',
    description: ticket.description,
    location: ticket.location,
    status: protoStatus[ticket.status],
    category: protoCategory[ticket.category],
    categorySource: protoSource[ticket.categorySource],
    categoryConfidence: ticket.categoryConfidence,
    categoryWords: [...ticket.categoryWords],
    openedAt: timestampFromMs(ticket.openedAt),
    modifiedAt: timestampFromMs(ticket.modifiedAt),
    ...(ticket.activatedAt !== null && { activatedAt: timestampFromMs(ticket.activatedAt) }),
    ...(ticket.closedAt !== null && { closedAt: timestampFromMs(ticket.closedAt) }),
    version: ticket.version,
    messageCount: ticket.messageCount,
    ...(ticket.lastMessageAt !== null && { lastMessageAt: timestampFromMs(ticket.lastMessageAt) }),
    lastMessageSide:
      ticket.lastMessageSide === null ? ProtoSide.UNSPECIFIED : protoSide[ticket.lastMessageSide],
  };
}

/** What the portal tells of a ticket that was closed. */
export function toClosedTicket(ticket: Ticket): MessageInitShape<typeof TicketSchema> {
  const { id, status, version, closedAt } = toTicket(ticket);
  return { id, status, version, closedAt } as MessageInitShape<typeof TicketSchema>;
}

/** A message as the contract has it. */
export function toMessage(message: Message): MessageInitShape<typeof MessageSchema> {
  return {
    id: BigInt(message.id),
    ticketId: BigInt(message.ticketId),
    side: protoSide[message.side],
    authorName: message.authorName,
    body: message.body,
    sentAt: timestampFromMs(message.sentAt),
  };
}

/** Who is at a ticket, as the contract has it. */
export function toPresence({ ticketId, visitors }: Presence): MessageInitShape<typeof PresenceSchema> {
  return {
    ticketId: BigInt(ticketId),
    visitors: visitors.map(({ clientId, side, activity }) => ({
      clientId,
      side: protoSide[side],
      activity: protoActivity[activity],
    })),
  };
}

/** An entry of a ticket's history as the contract has it. */
export function toChange({ revision, version, event }: HistoryEntry): MessageInitShape<typeof ChangeSchema> {
  return {
    revision: BigInt(revision),
    ticketId: BigInt(event.ticketId),
    kind: kinds[event.type],
    side: protoSide[event.side],
    changedAt: timestampFromMs(event.at),
    version,
    ...detailsOf(event),
  };
}

function detailsOf(event: Event): MessageInitShape<typeof ChangeSchema> {
  switch (event.type) {
    case 'opened':
      return { categoryAfter: protoCategory[event.category] };
    case 'edited':
      return {
        edits: [
          ...edit(TextField.DESCRIPTION, event.description),
          ...edit(TextField.TITLE, event.title),
          ...edit(TextField.LOCATION, event.location),
        ],
        ...(event.category &&
          event.category.before !== event.category.after.category && {
            categoryBefore: protoCategory[event.category.before],
            categoryAfter: protoCategory[event.category.after.category],
          }),
      };
    case 'category-assigned':
      return { categoryBefore: protoCategory[event.before], categoryAfter: protoCategory[event.after] };
    case 'message-posted':
      return { messageId: BigInt(event.message.id) };
    case 'activated':
    case 'closed':
      return {};
  }
}

function edit(field: TextField, texts: TextEdit | undefined) {
  return texts === undefined ? [] : [{ field, ...texts }];
}
