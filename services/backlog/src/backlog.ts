import type { MessageInitShape } from '@bufbuild/protobuf';
import { durationFromMs, durationMs, type Duration } from '@bufbuild/protobuf/wkt';
import type { GetBacklogResponseSchema } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { ageGroups } from './age-groups.ts';
import type { BacklogModel, Unclosed } from './backlog-model.ts';

const statuses = [Status.OPEN, Status.ACTIVE];
const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];

type Request = { readonly last?: Duration | undefined };
type Answer = Omit<
  Exclude<MessageInitShape<typeof GetBacklogResponseSchema>, { $typeName: string }>,
  'revision' | 'asOf'
>;

/** The tickets opened in the period up to a time (ms UTC) and not closed, by status, category and age. */
export function backlog(model: BacklogModel, request: Request, now: number): Answer {
  const period = periodOf(request);
  const tickets = model.openedSince(now - period);
  const groups = ageGroups(period);
  const byAge = Map.groupBy(tickets, ({ openedAt }) =>
    groups.findLastIndex(({ from }) => now - openedAt >= from),
  );
  return {
    count: tickets.length,
    byStatus: statuses.map((status) => ({ status, count: countOf(tickets, (it) => it.status === status) })),
    byCategory: byCategory(tickets),
    ages: groups.map(({ from, until }, index) => {
      // A ticket opened by a clock ahead of ours is as young as can be.
      const members = [...(byAge.get(index) ?? []), ...(index === 0 ? (byAge.get(-1) ?? []) : [])];
      return {
        from: durationFromMs(from),
        until: durationFromMs(until),
        count: members.length,
        byCategory: byCategory(members),
      };
    }),
  };
}

/** When (ms UTC) a ticket next grows older than the period, or into the next group of ages; undefined without tickets. */
export function backlogChangesAt(model: BacklogModel, request: Request, now: number): number | undefined {
  const period = periodOf(request);
  // The last group still holds those as old as the period.
  const bounds = [
    ...ageGroups(period)
      .slice(1)
      .map(({ from }) => from),
    period + 1,
  ];
  const times = model
    .openedSince(now - period)
    .map(({ openedAt }) => openedAt + bounds.find((bound) => openedAt + bound > now)!);
  return times.length === 0 ? undefined : times.reduce((least, time) => Math.min(least, time));
}

function periodOf({ last }: Request): number {
  if (last === undefined) throw new TypeError('validation lets no request without a period pass');
  // Times have milliseconds; a period must have a length.
  return Math.max(durationMs(last), 1);
}

function byCategory(tickets: readonly Unclosed[]) {
  return categories.map((category) => ({
    category,
    count: countOf(tickets, (it) => it.category === category),
  }));
}

function countOf(tickets: readonly Unclosed[], holds: (ticket: Unclosed) => boolean): number {
  return tickets.reduce((count, ticket) => count + (holds(ticket) ? 1 : 0), 0);
}
