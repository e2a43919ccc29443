import { create } from '@bufbuild/protobuf';
import { durationFromMs, durationMs, timestampFromMs, type Duration } from '@bufbuild/protobuf/wkt';
import {
  GetBacklogResponseSchema,
  type GetBacklogResponse,
} from '@campus-desk/contract/campus/analysis/v1/backlog';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { ageGroups, openings } from './age-groups.ts';
import type { BacklogModel, TicketCount } from './backlog-model.ts';

const statuses = [Status.OPEN, Status.ACTIVE];
const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];

type Request = { readonly last?: Duration | undefined };

/** The tickets opened in the period up to a time (ms UTC) and not closed, by status, category and age; not yet dated. */
export function backlog(model: BacklogModel, request: Request, now: number): GetBacklogResponse {
  const period = periodOf(request);
  const groups = ageGroups(period);
  const counts = model.opened(now - period, Infinity);
  return create(GetBacklogResponseSchema, {
    count: total(counts),
    byStatus: statuses.map((status) => ({
      status,
      count: total(counts.filter((it) => it.status === status)),
    })),
    byCategory: byCategory(counts),
    ages: openings(period, now).map((opening, index) => {
      const members = model.opened(opening.from, opening.until);
      return {
        from: durationFromMs(groups[index]!.from),
        until: durationFromMs(groups[index]!.until),
        count: total(members),
        byCategory: byCategory(members),
      };
    }),
  });
}

/** The backlog with the opening times that list its tickets at a time (ms UTC). */
export function backlogDated(answer: GetBacklogResponse, request: Request, now: number): GetBacklogResponse {
  const period = periodOf(request);
  const bounds = openings(period, now);
  return {
    ...answer,
    openedFrom: timestampFromMs(now - period),
    ages: answer.ages.map((group, index) => {
      const { from, until } = bounds[index]!;
      const openedFrom = timestampFromMs(from);
      return until === Infinity
        ? { ...group, openedFrom }
        : { ...group, openedFrom, openedUntil: timestampFromMs(until) };
    }),
  };
}

/** When (ms UTC) a ticket next grows older than the period, or into the next group of ages; undefined without tickets. */
export function backlogChangesAt(model: BacklogModel, request: Request, now: number): number | undefined {
  const period = periodOf(request);
  const ages = ageGroups(period).map(({ from }) => from);
  // The ages at which a ticket changes its group; at that of the period it is still in the last.
  const bounds = [...ages.slice(1), period + 1];
  const times = bounds.flatMap((bound) => {
    const openedAt = model.firstOpened(now - bound + 1);
    return openedAt === undefined ? [] : openedAt + bound;
  });
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The same for requests of the same period. */
export function backlogKey(request: Request): string {
  return String(periodOf(request));
}

function periodOf({ last }: Request): number {
  if (last === undefined) throw new TypeError('validation lets no request without a period pass');
  // Times have milliseconds; a period must have a length.
  return Math.max(durationMs(last), 1);
}

function byCategory(counts: readonly TicketCount[]) {
  return categories.map((category) => ({
    category,
    count: total(counts.filter((it) => it.category === category)),
  }));
}

function total(counts: readonly TicketCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
