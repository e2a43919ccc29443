import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import type { TicketFilter } from '../api/door';
import {
  readTicketList,
  statusesOf,
  ticketListParams,
  type Params,
  type TicketList,
} from '../ticket/list-address';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Opened = { readonly value: string; readonly word: Word; readonly ms: number; readonly before: boolean };

/** When tickets were opened, counted back from now: since then, or before. */
export const OPENED = [
  { value: '24h', word: 'console.tools.lastDay', ms: DAY, before: false },
  { value: '7d', word: 'console.tools.lastWeek', ms: 7 * DAY, before: false },
  { value: '30d', word: 'console.tools.lastMonth', ms: 30 * DAY, before: false },
  { value: 'over-24h', word: 'console.tools.overDay', ms: DAY, before: true },
  { value: 'over-7d', word: 'console.tools.overWeek', ms: 7 * DAY, before: true },
  { value: 'over-30d', word: 'console.tools.overMonth', ms: 30 * DAY, before: true },
] as const satisfies readonly Opened[];
export type OpenedName = (typeof OPENED)[number]['value'];

const ORDERS = {
  'opened-newest': TicketOrder.OPENED_NEWEST,
  'opened-oldest': TicketOrder.OPENED_OLDEST,
  'changed-newest': TicketOrder.CHANGED_NEWEST,
  'changed-oldest': TicketOrder.CHANGED_OLDEST,
} as const;

/** What is so, in an address; whatever else stands there is not. */
const YES = 'yes';

/** What the table shows, as it stands in the address; a link to it shows the same to somebody else. */
export type ConsoleQuery = TicketList & {
  readonly text: string;
  readonly opened: OpenedName | undefined;
  /** Where, written as the location is; '' is anywhere. */
  readonly place: string;
  /** Only what waits for the helpdesk: the last message is a user's. */
  readonly waiting: boolean;
  /** Only what has a category that the desk is not sure of. */
  readonly unsure: boolean;
  readonly order: TicketOrder;
};

export function toQuery(params: Params): ConsoleQuery {
  return {
    ...readTicketList(params),
    text: params.q ?? '',
    opened: OPENED.find(({ value }) => value === params.opened)?.value,
    place: params.place ?? '',
    waiting: params.waiting === YES,
    unsure: params.unsure === YES,
    order: Object.entries(ORDERS).find(([name]) => name === params.order)?.[1] ?? TicketOrder.OPENED_NEWEST,
  };
}

/** The address of a part of a query; null takes a word out of it. */
export function toParams(part: Partial<ConsoleQuery>): Record<string, string | null> {
  const params = ticketListParams(part);
  if ('text' in part) {
    params.q = part.text || null;
  }
  if ('opened' in part) {
    params.opened = part.opened ?? null;
  }
  if ('place' in part) {
    params.place = part.place || null;
  }
  if ('waiting' in part) {
    params.waiting = part.waiting ? YES : null;
  }
  if ('unsure' in part) {
    params.unsure = part.unsure ? YES : null;
  }
  if (part.order !== undefined) {
    const name = Object.entries(ORDERS).find(([, order]) => order === part.order)?.[0];
    params.order = part.order === TicketOrder.OPENED_NEWEST ? null : (name ?? null);
  }
  return params;
}

/** Whether more than its view narrows the list, so that nobody has counted what it holds. */
export function isNarrowed({ text, category, opened, place, bounds }: ConsoleQuery): boolean {
  return (
    text !== '' ||
    category !== undefined ||
    opened !== undefined ||
    place !== '' ||
    Object.keys(bounds).length > 0
  );
}

/** What to ask the desk for. What counts back from now stands still in it, however long somebody reads on. */
export function toFilter(query: ConsoleQuery, now: number): TicketFilter {
  const within = OPENED.find(({ value }) => value === query.opened);
  const counted =
    within && (within.before ? { openedUntil: now - within.ms } : { openedFrom: now - within.ms });
  const { openedFrom, openedUntil, closedFrom, closedUntil } = { ...counted, ...query.bounds };
  return {
    statuses: statusesOf(query),
    categories: query.category === undefined ? [] : [query.category],
    text: query.text,
    order: query.order,
    location: query.place,
    awaitingReply: query.waiting,
    unsureCategory: query.unsure,
    ...(openedFrom !== undefined && { openedFrom: timestampFromMs(openedFrom) }),
    ...(openedUntil !== undefined && { openedUntil: timestampFromMs(openedUntil) }),
    ...(closedFrom !== undefined && { closedFrom: timestampFromMs(closedFrom) }),
    ...(closedUntil !== undefined && { closedUntil: timestampFromMs(closedUntil) }),
  };
}
