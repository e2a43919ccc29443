import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import type { LiveCounts } from '../api/live-counts';
import { isNarrowed, type ConsoleQuery } from './console-query';

/** A view that everybody has: what its list holds, and how many the desk says that are. */
export type View = {
  readonly name: 'open' | 'active' | 'waiting' | 'unsure' | 'closed' | 'all';
  readonly word: Word;
  readonly icon: string;
  readonly shows: Pick<ConsoleQuery, 'status' | 'waiting' | 'unsure'>;
  count(counts: LiveCounts): number | undefined;
};

const ANY = { status: undefined, waiting: false, unsure: false };

export const VIEWS: readonly View[] = [
  {
    name: 'open',
    word: 'console.views.open',
    icon: 'status-open',
    shows: { ...ANY, status: Status.OPEN },
    count: (counts) => counts.of(Status.OPEN),
  },
  {
    name: 'active',
    word: 'console.views.active',
    icon: 'status-active',
    shows: { ...ANY, status: Status.ACTIVE },
    count: (counts) => counts.of(Status.ACTIVE),
  },
  {
    name: 'waiting',
    word: 'console.views.waiting',
    icon: 'waiting',
    shows: { ...ANY, waiting: true },
    count: (counts) => counts.awaitingReply(),
  },
  {
    name: 'unsure',
    word: 'console.views.unsure',
    icon: 'unsure',
    shows: { ...ANY, unsure: true },
    count: (counts) => counts.unsureCategory(),
  },
  {
    name: 'closed',
    word: 'console.views.closed',
    icon: 'status-closed',
    shows: { ...ANY, status: Status.CLOSED },
    count: (counts) => counts.of(Status.CLOSED),
  },
  {
    name: 'all',
    word: 'console.views.all',
    icon: 'all',
    shows: ANY,
    count: (counts) => counts.counts()?.reduce((sum, { count }) => sum + count, 0),
  },
];

/** The view that a list belongs to, however it is narrowed further; none where it is between them. */
export function viewOf({ status, waiting, unsure }: ConsoleQuery): View | undefined {
  return VIEWS.find(
    ({ shows }) => shows.status === status && shows.waiting === waiting && shows.unsure === unsure,
  );
}

/** How many tickets a list holds, where that has been counted. */
export function countOf(query: ConsoleQuery, counts: LiveCounts): number | undefined {
  return isNarrowed(query) ? undefined : viewOf(query)?.count(counts);
}
