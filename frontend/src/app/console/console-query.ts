import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { TicketOrder, type Category, type Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { TicketFilter } from '../api/door';
import { CATEGORIES, STATUSES } from '../ticket/words';

const HOUR = 3_600_000;

export const OPENED_WITHIN = [
  { value: '24h', word: 'Last 24 hours', ms: 24 * HOUR },
  { value: '7d', word: 'Last 7 days', ms: 7 * 24 * HOUR },
  { value: '30d', word: 'Last 30 days', ms: 30 * 24 * HOUR },
] as const;
export type OpenedWithin = (typeof OPENED_WITHIN)[number]['value'];

export const PAGE_SIZES = [25, 50, 100] as const;

const STATUS_NAMES = ['open', 'active', 'closed'] as const;
const CATEGORY_NAMES = ['facility', 'it', 'services'] as const;
const ORDERS = {
  'opened-newest': TicketOrder.OPENED_NEWEST,
  'opened-oldest': TicketOrder.OPENED_OLDEST,
  'changed-newest': TicketOrder.CHANGED_NEWEST,
  'changed-oldest': TicketOrder.CHANGED_OLDEST,
} as const;

/** What the table shows, as it stands in the address; a link to it shows the same to somebody else. */
export type ConsoleQuery = {
  readonly text: string;
  readonly status: Status | undefined;
  readonly category: Category | undefined;
  readonly opened: OpenedWithin | undefined;
  readonly order: TicketOrder;
  readonly pageSize: number;
  readonly pageToken: string;
  readonly pageNumber: number;
  /** From when on tickets count as opened lately, in milliseconds: fixed while somebody pages on. */
  readonly since: number | undefined;
};

export type Params = Readonly<Record<string, string | undefined>>;

export function toQuery(params: Params): ConsoleQuery {
  const pageToken = params.page ?? '';
  const pageNumber = Math.trunc(Number(params.nr));
  return {
    text: params.q ?? '',
    status: STATUSES[STATUS_NAMES.findIndex((name) => name === params.status)],
    category: CATEGORIES[CATEGORY_NAMES.findIndex((name) => name === params.category)],
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
  const params: Record<string, string | null> = { page: null, nr: null, since: null };
  if ('text' in part) {
    params.q = part.text || null;
  }
  if ('status' in part) {
    params.status = STATUS_NAMES[STATUSES.findIndex((status) => status === part.status)] ?? null;
  }
  if ('category' in part) {
    params.category = CATEGORY_NAMES[CATEGORIES.findIndex((category) => category === part.category)] ?? null;
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
  return {
    statuses: query.status === undefined ? [] : [query.status],
    categories: query.category === undefined ? [] : [query.category],
    text: query.text,
    order: query.order,
    ...(since !== undefined && { openedFrom: timestampFromMs(since) }),
  };
}
