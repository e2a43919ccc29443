import type { Timestamp } from '@bufbuild/protobuf/wkt';
import type {
  Category as ProtoCategory,
  Status as ProtoStatus,
  TicketOrder,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { EntityManager } from 'typeorm';
import { readHead } from '../store/head.ts';
import { listTickets, type TicketFilter } from '../store/ticket-list.ts';
import { countTickets, listHistory, listMessages, type PageRequest } from '../store/ticket-reads.ts';
import type { Door } from './door.ts';
import { categoryOf, orderOf, protoCategory, protoStatus, statusOf } from './enum-names.ts';
import { toChange, toMessage, toTicket } from './to-proto.ts';

const defaultPage = 50;
const largestPage = 200;

type Filter = {
  readonly statuses: readonly ProtoStatus[];
  readonly categories: readonly ProtoCategory[];
  readonly text: string;
  readonly location: string;
  readonly openedFrom?: Timestamp | undefined;
  readonly openedUntil?: Timestamp | undefined;
  /** Asked for at the helpdesk alone, as the next three: whoever uses the portal sees no closed ticket. */
  readonly closedFrom?: Timestamp | undefined;
  readonly closedUntil?: Timestamp | undefined;
  readonly awaitingReply?: boolean;
  readonly unsureCategory?: boolean;
  readonly order: TicketOrder;
};

/** The RPCs that only read and that both doors have, each showing what can be seen through the door. */
export function readHandlers(door: Door) {
  const pageOf = (request: { ticketId: bigint; pageSize: number; pageToken: string }): PageRequest => ({
    ticketId: Number(request.ticketId),
    pageSize: pageSize(request.pageSize),
    pageToken: request.pageToken,
  });
  return {
    // Until presence is kept.
    reportPresence: () => Promise.resolve({}),

    async getTicket({ ticketId }: { ticketId: bigint }) {
      return door.read(async (manager) => {
        const { revision } = await readHead(manager);
        return { ticket: toTicket(await door.find(manager, ticketId)), revision: BigInt(revision) };
      });
    },

    async listTickets(request: Filter & { pageSize: number; pageToken: string }) {
      const filter = filterOf(request, door);
      const page = await door.read((manager) =>
        listTickets(manager, filter, pageSize(request.pageSize), request.pageToken),
      );
      const { tickets, nextPageToken, revision } = page;
      return { tickets: tickets.map(toTicket), nextPageToken, revision: BigInt(revision) };
    },

    async countTickets() {
      return door.read((manager) => countsSeen(manager, door));
    },

    async listMessages(request: { ticketId: bigint; pageSize: number; pageToken: string }) {
      return door.read(async (manager) => {
        await door.find(manager, request.ticketId);
        const { items, nextPageToken } = await listMessages(manager, pageOf(request));
        return { messages: items.map(toMessage), nextPageToken };
      });
    },

    async listHistory(request: { ticketId: bigint; pageSize: number; pageToken: string }) {
      return door.read(async (manager) => {
        await door.find(manager, request.ticketId);
        const { items, nextPageToken } = await listHistory(manager, pageOf(request));
        return { changes: items.map(toChange), nextPageToken };
      });
    },
  };
}

/** How many tickets there are of each status that can be seen through a door, and each category. */
export async function countsSeen(manager: EntityManager, door: Door) {
  const { revision } = await readHead(manager);
  const counts = (await countTickets(manager))
    .filter(({ status }) => door.visible.includes(status))
    .map(({ status, category, count }) => ({
      status: protoStatus[status],
      category: protoCategory[category],
      count,
    }))
    .sort((a, b) => a.status - b.status || a.category - b.category);
  return { counts, revision: BigInt(revision) };
}

/** The filter that a request asks for, within what the door lets be seen. */
export function filterOf(request: Filter, door: Door): TicketFilter {
  const statuses = request.statuses.map(statusOf);
  return {
    statuses: statuses.length > 0 || door.side === 'helpdesk' ? statuses : door.visible,
    categories: request.categories.map(categoryOf),
    text: request.text,
    location: request.location === '' ? undefined : request.location,
    openedFrom: request.openedFrom && boundOf(request.openedFrom),
    openedUntil: request.openedUntil && boundOf(request.openedUntil),
    closedFrom: request.closedFrom && boundOf(request.closedFrom),
    closedUntil: request.closedUntil && boundOf(request.closedUntil),
    awaitingReply: request.awaitingReply === true ? true : undefined,
    unsureCategory: request.unsureCategory === true ? true : undefined,
    order: orderOf(request.order),
  };
}

/** The first millisecond that is not before a time: tickets have no finer ones. */
function boundOf({ seconds, nanos }: Timestamp): number {
  return Number(seconds) * 1_000 + Math.ceil(nanos / 1_000_000);
}

function pageSize(asked: number): number {
  return asked === 0 ? defaultPage : Math.min(asked, largestPage);
}
