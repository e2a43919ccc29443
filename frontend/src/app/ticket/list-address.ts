import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { Status, type Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { toDate } from '../api/conversions';
import { CATEGORIES, CATEGORY_NAMES, STATUS_NAMES, STATUSES } from './words';

/** What is open or in work. */
export const UNCLOSED = 'unclosed';

const BOUNDS = ['openedFrom', 'openedUntil', 'closedFrom', 'closedUntil'] as const;

/** Between which times tickets were opened and closed, in milliseconds: the first belongs to it, the last does not. */
export type Bounds = Readonly<Partial<Record<(typeof BOUNDS)[number], number>>>;

/** Which tickets a list of the helpdesk holds. */
export type TicketList = {
  readonly status: Status | typeof UNCLOSED | undefined;
  readonly category: Category | undefined;
  readonly bounds: Bounds;
};

export type Params = Readonly<Record<string, string | undefined>>;

export function readTicketList(params: Params): TicketList {
  const times = BOUNDS.map((name) => [name, Date.parse(params[name] ?? '')] as const);
  return {
    status:
      params.status === UNCLOSED
        ? UNCLOSED
        : STATUSES[STATUS_NAMES.findIndex((name) => name === params.status)],
    category: CATEGORIES[CATEGORY_NAMES.findIndex((name) => name === params.category)],
    bounds: Object.fromEntries(times.filter(([, time]) => !Number.isNaN(time))),
  };
}

/** The part of a list's address that says this; null takes a word out of it. */
export function ticketListParams(part: Partial<TicketList>): Record<string, string | null> {
  const params: Record<string, string | null> = {};
  if ('status' in part) {
    params.status =
      part.status === UNCLOSED
        ? UNCLOSED
        : (STATUS_NAMES[STATUSES.findIndex((status) => status === part.status)] ?? null);
  }
  if ('category' in part) {
    params.category = CATEGORY_NAMES[CATEGORIES.findIndex((category) => category === part.category)] ?? null;
  }
  if (part.bounds) {
    for (const name of BOUNDS) {
      const time = part.bounds[name];
      params[name] = time === undefined ? null : new Date(time).toISOString();
    }
  }
  return params;
}

/** The statuses that a list asks for; none means all. */
export function statusesOf({ status }: TicketList): Status[] {
  if (status === UNCLOSED) {
    return [Status.OPEN, Status.ACTIVE];
  }
  return status === undefined ? [] : [status];
}

/** The bounds that an answer of the desk names; those it leaves out do not bound. */
export function boundsOf(times: Readonly<Partial<Record<keyof Bounds, Timestamp | undefined>>>): Bounds {
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, at]) => (at ? [[name, toDate(at).getTime()]] : [])),
  );
}
