import { create } from '@bufbuild/protobuf';
import {
  FeedChangeSchema,
  SnapshotSchema,
  type FeedChange,
  type Snapshot,
} from '@campus-desk/contract/campus/tickets/v1/feed';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { bucketOf } from '@campus-desk/kit/duration-histogram';

const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];

/** A ticket as a history leaves it. Times are in ms UTC. */
export type KnownTicket = {
  readonly id: bigint;
  readonly openedAt: number;
  readonly openingMonth: string;
  readonly status: Status;
  readonly category: Category;
  readonly closedAt: number | undefined;
};

/** Numbers from 0 to 1, the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** A history of a desk, with all tickets as they are after each revision. */
export class RandomHistory {
  readonly changes: FeedChange[] = [];
  /** The tickets after each revision; nothing at revision 0. */
  readonly states: (readonly KnownTicket[])[] = [[]];

  constructor(seed: number, options: { start: number; end: number; length: number; timeZone: string }) {
    const random = randomNumbers(seed);
    const { start, end, length, timeZone } = options;
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
    for (let revision = 1; revision <= length; revision++) {
      const at = Math.floor(start + ((end - start) * (revision - random())) / length);
      const tickets = this.states.at(-1)!;
      const unclosed = tickets.filter(({ status }) => status !== Status.CLOSED);
      const before = random() < 0.45 || unclosed.length === 0 ? undefined : pick(unclosed);
      const after = before === undefined ? opened(tickets.length + 1, at) : changed(before, at);
      this.changes.push(feedChange(revision, before, after));
      this.states.push([...tickets.filter(({ id }) => id !== after.id), after]);
    }

    function opened(id: number, at: number): KnownTicket {
      // Not the way in which the services find a month.
      const openingMonth = new Date(at).toLocaleDateString('sv-SE', { timeZone }).slice(0, 7);
      const common = { openedAt: at, openingMonth, status: Status.OPEN, closedAt: undefined };
      return { id: BigInt(id), ...common, category: pick(categories) };
    }

    function changed(ticket: KnownTicket, at: number): KnownTicket {
      if (random() < 0.3) return { ...ticket, category: pick(categories) };
      return ticket.status === Status.OPEN
        ? { ...ticket, status: Status.ACTIVE }
        : { ...ticket, status: Status.CLOSED, closedAt: at };
    }
  }
}

function feedChange(revision: number, before: KnownTicket | undefined, after: KnownTicket): FeedChange {
  return create(FeedChangeSchema, {
    revision: BigInt(revision),
    ticketId: after.id,
    openedAtMs: BigInt(after.openedAt),
    openingMonth: after.openingMonth,
    statusBefore: before?.status ?? Status.UNSPECIFIED,
    statusAfter: after.status,
    categoryBefore: before?.category ?? Category.UNSPECIFIED,
    categoryAfter: after.category,
    closedAtMs: BigInt(after.closedAt ?? 0),
  });
}

/** The picture of tickets as the feed tells it, in two parts. */
export function snapshotOf(tickets: readonly KnownTicket[]): readonly Snapshot[] {
  const half = Math.floor(tickets.length / 2);
  return [tickets.slice(0, half), tickets.slice(half)].map((part, index) => {
    const unclosed = part.filter(({ status }) => status !== Status.CLOSED);
    const closed = part.filter(({ status }) => status === Status.CLOSED);
    const groups = Map.groupBy(closed, ({ openingMonth, category }) => `${openingMonth} ${category}`);
    return create(SnapshotSchema, {
      complete: index === 1,
      unclosed: {
        ids: unclosed.map(({ id }) => id),
        openedAtMs: unclosed.map(({ openedAt }) => BigInt(openedAt)),
        statuses: unclosed.map(({ status }) => status),
        categories: unclosed.map(({ category }) => category),
      },
      closedMonths: [...groups.values()].map((group) => ({
        month: group[0]!.openingMonth,
        category: group[0]!.category,
        closedCount: group.length,
        totalMs: group.reduce((sum, ticket) => sum + BigInt(durationOf(ticket)), 0n),
        buckets: group.map((ticket) => ({ index: bucketOf(durationOf(ticket)), count: 1 })),
      })),
    });
  });
}

/** From opening to closing, in ms. */
export function durationOf({ openedAt, closedAt }: KnownTicket): number {
  if (closedAt === undefined) throw new RangeError('the ticket is not closed');
  return closedAt - openedAt;
}
