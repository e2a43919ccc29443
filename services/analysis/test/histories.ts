import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  FeedChangeSchema,
  FollowResponseSchema,
  SnapshotSchema,
  type FeedChange,
  type Snapshot,
} from '@campus-desk/contract/campus/tickets/v1/feed';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { bucketOf } from '@campus-desk/kit/duration-histogram';
import fc, { type Arbitrary } from 'fast-check';
import { FeedReader, type Picture } from '../src/feed-reader.ts';
import type { ReadModel } from '../src/read-model.ts';
import { campusDates, campusZones, type CampusZone } from './campus-zones.ts';

/** How many changes one step of the feed tells here. */
const stepSize = 3;

const [second, hour, day] = [1_000, 3_600_000, 24 * 3_600_000];

/** The categories, in the order of the enum. */
export const categories = [
  Category.FACILITY_MANAGEMENT,
  Category.TECHNICAL_IT,
  Category.SERVICES_COMPLAINTS,
] as const;

/** A ticket as a history leaves it. Times are in ms UTC. */
export type KnownTicket = {
  readonly id: bigint;
  readonly openedAt: number;
  readonly openingMonth: string;
  readonly status: Status;
  readonly category: Category;
  /** Whether staff chose the category; edits then leave it. */
  readonly isAssigned: boolean;
  readonly closedAt: number | undefined;
};

/** A state of the desk. */
type State = {
  /** What the feed tells of how it came about; nothing where neither status nor category had a part in it. */
  readonly change: FeedChange | undefined;
  /** All tickets. */
  readonly tickets: readonly KnownTicket[];
  /** The time by the clock that is right, in ms UTC. */
  readonly now: number;
};

/** All that happened at a desk. */
export type History = {
  readonly timeZone: string;
  /** By revision; without tickets at 0. */
  readonly states: readonly State[];
  /** The revision that a reader begins with who comes late. */
  readonly late: number;
};

type FollowStep = Exclude<MessageInitShape<typeof FollowResponseSchema>, { $typeName: string }>;
type StepInit = NonNullable<FollowStep['step']>;

type Step = {
  readonly kind: 'open' | 'move' | 'assign' | 'edit' | 'post';
  /** Which of the tickets that are not closed, counted from the latest. */
  readonly ticket: number;
  readonly category: Category;
  /** The time since the step before, in ms; or until the next turn of the calendar and some ms beyond. */
  readonly pause: { readonly ms: number } | { readonly beyondTurn: number };
  /** How much the clock of the writer is ahead, in ms. */
  readonly skew: number;
};

const steps: Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('open', 'open', 'open', 'move', 'move', 'move', 'assign', 'edit', 'post'),
  ticket: fc.nat({ max: 5 }),
  category: fc.constantFrom(...categories),
  pause: fc.oneof(
    { weight: 2, arbitrary: fc.record({ ms: fc.constantFrom(0, 1, 999, second) }) },
    {
      weight: 4,
      arbitrary: fc.record({ ms: fc.oneof(fc.nat(10 * second), fc.nat(hour), fc.nat(30 * day)) }),
    },
    { weight: 2, arbitrary: fc.record({ beyondTurn: fc.constantFrom(-1, 0, 1) }) },
  ),
  skew: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -2 * hour, max: 2 * hour }) },
  ),
});

/** Any history of a desk, in any of the time zones. */
export const histories: Arbitrary<History> = fc
  .record({
    zone: fc.constantFrom(...campusZones),
    taken: fc.array(steps, { maxLength: 60, size: 'max' }),
    late: fc.nat(60),
  })
  .map(({ zone, taken, late }) => ({
    timeZone: zone.timeZone,
    states: statesOf(zone, taken),
    late: Math.min(late, taken.length),
  }));

function statesOf({ timeZone, turns }: CampusZone, taken: readonly Step[]): readonly State[] {
  const dateOf = campusDates(timeZone);
  const states: State[] = [{ change: undefined, tickets: [], now: turns[0]! - 3 * day }];
  for (const [index, { kind, ticket, category, pause, skew }] of taken.entries()) {
    const { tickets, now: last } = states[index]!;
    const now =
      'ms' in pause ? last + pause.ms : (turns.find((it) => it > last + 1) ?? last) + pause.beyondTurn;
    const at = now + skew;
    const unclosed = tickets.filter(({ status }) => status !== Status.CLOSED);
    const before =
      kind === 'open' || unclosed.length === 0 ? undefined : unclosed.at(-1 - (ticket % unclosed.length));
    const after =
      before === undefined
        ? opened(tickets.length + 1, category, at, dateOf(at).slice(0, 7))
        : changed(before, kind, category, at);
    states.push({
      change:
        after === before
          ? undefined
          : feedChange(index + 1, before, after, dateOf(after.closedAt ?? Math.max(at, after.openedAt))),
      tickets: [...tickets.filter(({ id }) => id !== after.id), after],
      now,
    });
  }
  return states;
}

function opened(id: number, category: Category, openedAt: number, openingMonth: string): KnownTicket {
  const common = { status: Status.OPEN, isAssigned: false, closedAt: undefined };
  return { id: BigInt(id), openedAt, openingMonth, category, ...common };
}

function changed(ticket: KnownTicket, kind: Step['kind'], category: Category, at: number): KnownTicket {
  switch (kind) {
    case 'move':
      // The log lets no time be before that of an earlier change of the same ticket.
      return ticket.status === Status.OPEN
        ? { ...ticket, status: Status.ACTIVE }
        : { ...ticket, status: Status.CLOSED, closedAt: Math.max(at, ticket.openedAt) };
    case 'assign':
      return { ...ticket, category, isAssigned: true };
    case 'edit':
      return ticket.isAssigned ? ticket : { ...ticket, category };
    case 'open':
    case 'post':
      return ticket;
  }
}

function feedChange(
  revision: number,
  before: KnownTicket | undefined,
  after: KnownTicket,
  date: string,
): FeedChange {
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
    date,
  });
}

/**
 * What a reader of the feed has that begins with the picture at a revision and is told every change after it: at first
 * and after each step, together with how the desk is then.
 */
export function* followed<Model extends ReadModel>(
  empty: () => Model,
  { timeZone, states }: History,
  from: number,
): Generator<Picture<Model> & State> {
  const reader = new FeedReader(empty);
  const take = (step: StepInit) => reader.take(create(FollowResponseSchema, { step }));
  const seen = () => ({ ...reader.picture!, ...states[Number(reader.revision)]! });
  for (const part of snapshotOf(states[from]!.tickets, timeZone))
    take({ case: 'snapshot', value: { ...part, revision: BigInt(from), timeZone } });
  yield seen();
  for (let told = from + 1; told < states.length; told += stepSize) {
    const step = states.slice(told, told + stepSize);
    const changes = step.flatMap(({ change }) => change ?? []);
    take({ case: 'changes', value: { revision: BigInt(told + step.length - 1), changes } });
    yield seen();
  }
}

/** The picture of tickets as the feed tells it: some parts with those that are not closed, then the closed months and days. */
export function snapshotOf(tickets: readonly KnownTicket[], timeZone = 'UTC'): readonly Snapshot[] {
  const unclosed = tickets.filter(({ status }) => status !== Status.CLOSED);
  const closed = tickets.filter(({ status }) => status === Status.CLOSED);
  const half = Math.floor(unclosed.length / 2);
  const months = Map.groupBy(closed, ({ openingMonth, category }) => `${openingMonth} ${category}`);
  return [
    ...[unclosed.slice(0, half), unclosed.slice(half)].map((part) =>
      create(SnapshotSchema, {
        unclosed: {
          ids: part.map(({ id }) => id),
          openedAtMs: part.map(({ openedAt }) => BigInt(openedAt)),
          statuses: part.map(({ status }) => status),
          categories: part.map(({ category }) => category),
        },
      }),
    ),
    create(SnapshotSchema, {
      closedMonths: [...months.values()].map((month) => ({
        month: month[0]!.openingMonth,
        category: month[0]!.category,
        closedCount: month.length,
        totalMs: month.reduce((sum, ticket) => sum + BigInt(durationOf(ticket)), 0n),
        buckets: [...Map.groupBy(month, (ticket) => bucketOf(durationOf(ticket)))].map(([index, bar]) => ({
          index,
          count: bar.length,
        })),
      })),
      flowDays: flowOf(tickets, timeZone),
      complete: true,
    }),
  ];
}

function flowOf(tickets: readonly KnownTicket[], timeZone: string) {
  const dateOf = campusDates(timeZone);
  const opened = tickets.map(({ openedAt }) => dateOf(openedAt));
  const closed = tickets.flatMap(({ closedAt }) => (closedAt === undefined ? [] : dateOf(closedAt)));
  return [...new Set([...opened, ...closed])].map((date) => ({
    date,
    openedCount: opened.filter((it) => it === date).length,
    closedCount: closed.filter((it) => it === date).length,
  }));
}

/** From opening to closing, in ms. */
export function durationOf({ openedAt, closedAt }: KnownTicket): number {
  if (closedAt === undefined) throw new RangeError('the ticket is not closed');
  return closedAt - openedAt;
}
