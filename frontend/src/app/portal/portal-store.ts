import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { DOOR, type TicketNews } from '../api/door';
import { isCanceled, toFailure, type Failure } from '../api/failure';
import { LiveTickets } from '../api/live-tickets';
import { Retry } from '../api/retry';
import { Mine } from '../ticket/mine';
import { matches, toFilter, type PortalQuery } from './portal-query';
import { readMine, type ClosedTicket } from './read-mine';

const PAGE_SIZE = 25;
/** How many of mine stand above all others: what somebody has reported lately is what they come for. */
const MINE_ON_TOP = 10;

/** The portal's list: pages of tickets, kept true by the live stream. */
@Injectable()
export class PortalStore {
  private readonly door = inject(DOOR);
  private readonly live = inject(LiveTickets);
  private readonly mine = inject(Mine);
  private readonly retry = new Retry();

  private readonly listed = signal<readonly Ticket[]>([]);
  private readonly arrived = signal<readonly Ticket[]>([]);
  private readonly done = signal<readonly ClosedTicket[]>([]);
  private readonly problem = signal<Failure | undefined>(undefined);
  private readonly busy = signal<'' | 'first' | 'more'>('');
  private readonly nextPageToken = signal('');
  private query: PortalQuery | undefined;
  /** A finger gives no sign before it comes down: there, rows come only when they are asked for. */
  private readonly alwaysHeld = matchMedia('(hover: none)').matches;
  private held = this.alwaysHeld;
  private asking = new AbortController();

  readonly tickets = this.listed.asReadonly();
  /** New tickets that wait because somebody is pointing at the list. */
  readonly waiting = computed(() => this.arrived().length);
  readonly closedOfMine = this.done.asReadonly();
  readonly failure = this.problem.asReadonly();
  readonly loading = computed(() => this.busy() === 'first');
  readonly loadingMore = computed(() => this.busy() === 'more');
  readonly more = computed(() => this.nextPageToken() !== '');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.asking.abort());
  }

  ask(query: PortalQuery): void {
    this.query = query;
    this.asking.abort();
    this.asking = new AbortController();
    void this.readFirst(query, this.asking.signal);
  }

  reload(): void {
    if (this.query) {
      this.ask(this.query);
    }
  }

  async readMore(): Promise<void> {
    const { query } = this;
    const { signal } = this.asking;
    if (!query || this.busy()) {
      return;
    }
    await this.guard('more', signal, async () => {
      const page = await this.door.listTickets(
        { ...toFilter(query), pageSize: PAGE_SIZE, pageToken: this.nextPageToken() },
        { signal },
      );
      const known = new Set(this.listed().map((ticket) => ticket.id));
      this.listed.update((before) => [...before, ...page.tickets.filter((ticket) => !known.has(ticket.id))]);
      this.nextPageToken.set(page.nextPageToken);
    });
  }

  /** While somebody points at the list, no row comes in above the one pointed at. */
  hold(held: boolean): void {
    this.held = held || this.alwaysHeld;
    if (!this.held) {
      this.showWaiting();
    }
  }

  showWaiting(): void {
    const { query } = this;
    if (query && this.arrived().length > 0) {
      const fresh = this.arrived().filter((ticket) => matches(ticket, query));
      this.arrived.set([]);
      this.listed.update((before) => {
        const mine = query.mine ? [] : this.mine.ids();
        const firstOther = before.findIndex(({ id }) => !mine.includes(id));
        const top = firstOther < 0 ? before.length : firstOther;
        return [...before.slice(0, top), ...fresh, ...before.slice(top)];
      });
    }
  }

  /** A ticket just reported here stands in the list at once, wherever the pointer is. */
  put(ticket: Ticket): void {
    const { query } = this;
    this.arrived.update((before) => before.filter((known) => known.id !== ticket.id));
    if (query && matches(ticket, query) && !this.listed().some((known) => known.id === ticket.id)) {
      this.listed.update((before) => [ticket, ...before]);
    }
  }

  private async readFirst(query: PortalQuery, signal: AbortSignal): Promise<void> {
    await this.guard('first', signal, async () => {
      const { tickets, closed, nextPageToken, revision } = query.mine
        ? await readMine(this.door, this.mine.ids(), query, signal)
        : await this.readPage(query, signal);
      this.listed.set(tickets);
      this.done.set(closed);
      this.arrived.set([]);
      this.nextPageToken.set(nextPageToken);
      if (revision !== undefined) {
        const leave = this.live.follow(revision, {
          receive: (news) => this.receive(news),
          lost: () => this.reload(),
        });
        signal.addEventListener('abort', leave);
      }
    });
  }

  private async readPage(query: PortalQuery, signal: AbortSignal) {
    const [page, mine] = await Promise.all([
      this.door.listTickets({ ...toFilter(query), pageSize: PAGE_SIZE, pageToken: '' }, { signal }),
      readMine(this.door, this.mine.ids().slice(0, MINE_ON_TOP), query, signal),
    ]);
    const onTop = new Set(mine.tickets.map(({ id }) => id));
    return {
      tickets: [...mine.tickets, ...page.tickets.filter(({ id }) => !onTop.has(id))],
      closed: [],
      nextPageToken: page.nextPageToken,
      revision: mine.revision !== undefined && mine.revision < page.revision ? mine.revision : page.revision,
    };
  }

  private async guard(work: 'first' | 'more', signal: AbortSignal, act: () => Promise<void>): Promise<void> {
    this.busy.set(work);
    try {
      await act();
      this.problem.set(undefined);
      this.retry.succeeded();
    } catch (error) {
      if (!signal.aborted && !isCanceled(error)) {
        const failure = toFailure(error);
        this.problem.set(failure);
        if (work === 'first') {
          void this.retry.after(failure, signal, () => this.reload());
        }
      }
    } finally {
      if (!signal.aborted) {
        this.busy.set('');
      }
    }
  }

  private receive({ ticket }: TicketNews): void {
    const { query } = this;
    if (!ticket || !query) {
      return;
    }
    const known = (before: Ticket) => before.id === ticket.id;
    if (this.listed().some(known) || this.arrived().some(known)) {
      const change = (tickets: readonly Ticket[]) =>
        tickets.map((before) => (known(before) ? seen(before, ticket) : before));
      this.listed.update(change);
      this.arrived.update(change);
      return;
    }
    const isNew = ticket.version === 1 && ticket.messageCount === 0 && ticket.status === Status.OPEN;
    if (isNew && matches(ticket, query) && (!query.mine || this.mine.ids().includes(ticket.id))) {
      this.arrived.update((before) => [ticket, ...before]);
      if (!this.held) {
        this.showWaiting();
      }
    }
  }
}

/** Of a ticket that was closed the portal's door tells no texts; the row keeps those it has. */
function seen(before: Ticket, news: Ticket): Ticket {
  return news.description ? news : { ...before, status: news.status, version: news.version };
}
