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

export const OPENED_WITHIN = [
  { value: '24h', word: 'console.tools.lastDay', ms: 24 * HOUR },
  { value: '7d', word: 'console.tools.lastWeek', ms: 7 * 24 * HOUR },
  { value: '30d', word: 'console.tools.lastMonth', ms: 30 * 24 * HOUR },
] as const satisfies readonly { value: string; word: Word; ms: number }[];
export type OpenedWithin = (typeof OPENED_WITHIN)[number]['value'];

export const PAGE_SIZES = [25, 50, 100] as const;

const ORDERS = {
  'opened-newest': TicketOrder.OPENED_NEWEST,
  'opened-oldest': TicketOrder.OPENED_OLDEST,
  'changed-newest': TicketOrder.CHANGED_NEWEST,
  'changed-oldest': TicketOrder.CHANGED_OLDEST,
} as const;

/** What the table shows, as it stands in the address; a link to it shows the same to somebody else. */
export type ConsoleQuery = TicketList & {
  readonly text: string;
  readonly opened: OpenedWithin | undefined;
  readonly order: TicketOrder;
  readonly pageSize: number;
  readonly pageToken: string;
  readonly pageNumber: number;
  /** From when on tickets count as opened lately, in milliseconds: fixed while somebody pages on. */
  readonly since: number | undefined;
};

export function toQuery(params: Params): ConsoleQuery {
  const pageToken = params.page ?? '';
  const pageNumber = Math.trunc(Number(params.nr));
  return {
    ...readTicketList(params),
    text: params.q ?? '',
    opened: OPENED_WITHIN.find(({ value }) => value === params.opened)?.value,
    order: Object.entries(ORDERS).find(([name]) => name === params.order)?.[1] ?? TicketOrder.OPENED_NEWEST,
    pageSize: PAGE_SIZES.find((size) => String(size) === params.size) ?? 50,
    pageToken,
    pageNumber: pageToken && pageNumber > 1 ? pageNumber : 1,
    since: pageToken && params.since ? Number(params.since) || undefined : undefined,
  };
}

/** The address of a part of a query; null takes a word out of it. Whatever changes the list begins at its first page. */
export function toParams(part: Partial<ConsoleQuery>): Record<string, string | null> {
  const params: Record<string, string | null> = {
    page: null,
    nr: null,
    since: null,
    ...ticketListParams(part),
  };
  if ('text' in part) {
    params.q = part.text || null;
  }
  if ('opened' in part) {
    params.opened = part.opened ?? null;
  }
  if (part.order !== undefined) {
    const name = Object.entries(ORDERS).find(([, order]) => order === part.order)?.[0];
    params.order = part.order === TicketOrder.OPENED_NEWEST ? null : (name ?? null);
  }
  if (part.pageSize !== undefined) {
    params.size = part.pageSize === 50 ? null : String(part.pageSize);
  }
  if (part.pageToken) {
    params.page = part.pageToken;
    params.nr = String(part.pageNumber ?? 2);
    params.since = part.since === undefined ? null : String(part.since);
  }
  return params;
}

/** From when on a list asked for now shows tickets. */
export function sinceOf(query: ConsoleQuery, now: number): number | undefined {
  const ms = OPENED_WITHIN.find(({ value }) => value === query.opened)?.ms;
  return query.since ?? (ms === undefined ? undefined : now - ms);
}

export function toFilter(query: ConsoleQuery, since: number | undefined): TicketFilter {
  const { openedFrom = since, openedUntil, closedFrom, closedUntil } = query.bounds;
  return {
    statuses: statusesOf(query),
    categories: query.category === undefined ? [] : [query.category],
    text: query.text,
    order: query.order,
    ...(openedFrom !== undefined && { openedFrom: timestampFromMs(openedFrom) }),
    ...(openedUntil !== undefined && { openedUntil: timestampFromMs(openedUntil) }),
    ...(closedFrom !== undefined && { closedFrom: timestampFromMs(closedFrom) }),
    ...(closedUntil !== undefined && { closedUntil: timestampFromMs(closedUntil) }),
  };
}
