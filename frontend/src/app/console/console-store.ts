import { computed, DestroyRef, inject, Injectable, signal, untracked } from '@angular/core';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { DOOR, type TicketFilter, type TicketNews } from '../api/door';
import { isCanceled, toFailure, type Failure } from '../api/failure';
import { LiveCounts } from '../api/live-counts';
import { LiveTickets } from '../api/live-tickets';
import { Retry } from '../api/retry';
import { toFilter, type ConsoleQuery } from './console-query';
import { MOST_ROWS, ReadList, type Page, type Range } from './read-list';
import type { TableRow } from './table-row';
import { countOf } from './views';

/** Enough for any screen: whoever only looks is not to wait for more, nor to pay for it. */
const FIRST_PAGE_SIZE = 50;

const PAGE_SIZE = 100;

/** The most that the desk gives at once: to get on when somebody is far ahead of what has been read. */
const LONG_PAGE_SIZE = 200;

/** So many rows below those that are rendered are read before they are: more once somebody has begun to scroll. */
const AHEAD = { atTop: 10, further: 200 };

/** While nobody knows how many come, so many rows stand for what has not been read. */
const PROMISED = 20;

/** More places than this are no help to choose from. */
const MOST_PLACES = 200;

/** A list that is being read, and what ends that. */
type Reading = {
  readonly list: ReadList;
  readonly filter: TicketFilter;
  readonly signal: AbortSignal;
  /** What the stream tells while a page is on its way, which may not know it yet. */
  meanwhile: Map<bigint, Ticket> | undefined;
};

/**
 * The table's tickets, however many: read page after page ahead of the reader, kept where they are in sight, and kept true
 * by the live stream without moving a row.
 */
@Injectable()
export class ConsoleStore {
  private readonly door = inject(DOOR);
  private readonly live = inject(LiveTickets);
  private readonly counts = inject(LiveCounts);
  private readonly retry = new Retry();

  private readonly reading = signal<Reading | undefined>(undefined);
  /** Counts up whenever the list has changed: it is too long to be made anew each time. */
  private readonly changed = signal(0);
  private readonly problem = signal<Failure | undefined>(undefined);
  private readonly busy = signal(false);
  private readonly asked = signal<ConsoleQuery | undefined>(undefined);
  private readonly news: TicketNews[] = [];
  private sight: Range = { start: 0, end: 0 };
  private asking = new AbortController();
  private frame: number | undefined;

  readonly failure = this.problem.asReadonly();
  /** Whether the first page is on its way. */
  readonly loading = this.busy.asReadonly();
  readonly liveState = computed(() => this.live.state());
  /** How many tickets the list has, where that is known. */
  readonly total = computed(() => {
    const list = this.list();
    const query = this.asked();
    return list?.isWhole ? list.length : query && countOf(query, this.counts);
  });
  /** How many rows have been read so far. */
  readonly readSoFar = computed(() => this.list()?.length ?? 0);
  readonly pending = computed(() => this.list()?.pending.size ?? 0);
  /** All rows from the first to the last that is known of; those not held are empty. */
  readonly rows = computed(() => {
    const list = this.list();
    const rows = new Array<TableRow | undefined>(this.extent(list));
    for (const [index, row] of list?.rows() ?? []) {
      rows[index] = row;
    }
    return rows;
  });

  private readonly list = computed(
    () => {
      this.changed();
      return this.reading()?.list;
    },
    { equal: () => false },
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.asking.abort();
      cancelAnimationFrame(this.frame ?? 0);
    });
  }

  ask(query: ConsoleQuery): void {
    this.asked.set(query);
    this.sight = { start: 0, end: 0 };
    this.begin(query);
  }

  reload(): void {
    const query = this.asked();
    if (query) {
      this.begin(query);
    }
  }

  /** Reads what is in sight, and ahead of it. */
  show(sight: Range): void {
    this.sight = sight;
    void this.readOn();
  }

  /** A ticket as a write of this page left it; its row changes in place. */
  put(ticket: Ticket, revision: bigint): void {
    this.receive({ ticket, revision });
  }

  ids(): readonly bigint[] {
    return this.list()?.ids ?? [];
  }

  /** The row of a ticket, as far as it is held. */
  rowOf(id: bigint): TableRow | undefined {
    const index = this.indexOf(id);
    return index === undefined ? undefined : this.rows()[index];
  }

  indexOf(id: bigint): number | undefined {
    return this.list()?.indexOf(id);
  }

  /** Where the tickets are that are held, each place once. */
  places(): readonly string[] {
    const places = new Set([...(this.list()?.rows() ?? [])].map(([, { ticket }]) => ticket.location));
    places.delete('');
    return [...places].sort((a, b) => a.localeCompare(b)).slice(0, MOST_PLACES);
  }

  /** Whether something that is not in the list yet waits for it. */
  hasNew(): boolean {
    const list = this.list();
    return list !== undefined && [...list.pending].some((id) => list.indexOf(id) === undefined);
  }

  private extent(list: ReadList | undefined): number {
    if (!list) {
      return 0;
    }
    if (list.nextToken === undefined) {
      return list.length;
    }
    const expected = Math.min(this.total() ?? 0, MOST_ROWS);
    return Math.max(
      expected,
      list.length + PROMISED,
      untracked(() => this.sight.end),
    );
  }

  private begin(query: ConsoleQuery): void {
    this.asking.abort();
    this.asking = new AbortController();
    this.news.length = 0;
    void this.readFirst(toFilter(query, Date.now()), this.asking.signal);
  }

  private async readFirst(filter: TicketFilter, signal: AbortSignal): Promise<void> {
    this.busy.set(true);
    await this.attempt(
      signal,
      () => this.reload(),
      async () => {
        const first = { pageSize: FIRST_PAGE_SIZE, pageToken: '' };
        const page = await this.door.listTickets({ ...filter, ...first }, { signal });
        const list = new ReadList(filter);
        list.append(page.tickets, page.nextPageToken);
        this.reading.set({ list, filter, signal, meanwhile: undefined });
        const leave = this.live.follow(page.revision, {
          receive: (news) => this.receive(news),
          lost: () => this.reload(),
        });
        signal.addEventListener('abort', leave);
      },
    );
    if (!signal.aborted) {
      this.busy.set(false);
    }
    await this.readOn();
  }

  /** One page after the other, until all that is in sight has been read, and some more. */
  private async readOn(): Promise<void> {
    const reading = untracked(this.reading);
    if (!reading || reading.signal.aborted || reading.meanwhile) {
      return;
    }
    const { list, signal } = reading;
    let isGoing = true;
    while (isGoing) {
      const missing = list.missing(this.sight);
      const ahead = this.sight.start === 0 ? AHEAD.atTop : AHEAD.further;
      const isNext = list.nextToken !== undefined && this.sight.end + ahead > list.length;
      if (!missing && !isNext) {
        return;
      }
      reading.meanwhile = new Map();
      isGoing = await this.attempt(
        signal,
        () => void this.readOn(),
        () => (missing ? this.readAgain(reading, missing) : this.readNext(reading)),
      );
      reading.meanwhile.forEach((ticket) => list.apply(ticket));
      reading.meanwhile = undefined;
      list.forget(this.sight);
      this.tellChanged();
    }
  }

  private async readNext({ list, filter, signal }: Reading): Promise<void> {
    const pageToken = list.nextToken ?? '';
    const pageSize = this.sight.end > list.length + LONG_PAGE_SIZE ? LONG_PAGE_SIZE : PAGE_SIZE;
    const page = await this.door.listTickets({ ...filter, pageSize, pageToken }, { signal });
    list.append(page.tickets, page.nextPageToken);
  }

  private async readAgain({ list, filter, signal }: Reading, page: Page): Promise<void> {
    const { token: pageToken, size: pageSize } = page;
    const { tickets } = await this.door.listTickets({ ...filter, pageSize, pageToken }, { signal });
    const gone = list.refill(page, tickets);
    const found = await Promise.all(gone.map((ticketId) => this.door.getTicket({ ticketId }, { signal })));
    list.put(
      page,
      found.flatMap(({ ticket }) => ticket ?? []),
    );
  }

  /** Says what went wrong, and tries again where that may help. Answers whether it went well. */
  private async attempt(signal: AbortSignal, again: () => void, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      this.problem.set(undefined);
      this.retry.succeeded();
      return true;
    } catch (error) {
      if (!signal.aborted && !isCanceled(error)) {
        const failure = toFailure(error);
        this.problem.set(failure);
        void this.retry.after(failure, signal, again);
      }
      return false;
    }
  }

  /** Changes may come by the thousand: the table takes them in once a frame. */
  private receive(news: TicketNews): void {
    this.news.push(news);
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.takeIn();
    });
  }

  private takeIn(): void {
    const reading = this.reading();
    for (const { ticket } of this.news.splice(0)) {
      if (ticket && reading) {
        reading.list.apply(ticket);
        reading.meanwhile?.set(ticket.id, ticket);
      }
    }
    this.tellChanged();
  }

  private tellChanged(): void {
    this.changed.update((count) => count + 1);
  }
}
