import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { DOOR } from '../api/door';
import { isCanceled, toFailure, type Failure } from '../api/failure';
import { LiveTickets } from '../api/live-tickets';
import { Retry } from '../api/retry';
import { sinceOf, toFilter, type ConsoleQuery } from './console-query';
import { applyNews, toRow, type Picture } from './table-row';

const NOTHING: Picture = { rows: [], pending: new Set() };

/** The table's page of tickets, kept true by the live stream without moving a row. */
@Injectable()
export class ConsoleStore {
  private readonly door = inject(DOOR);
  private readonly live = inject(LiveTickets);
  private readonly retry = new Retry();

  private readonly picture = signal<Picture>(NOTHING);
  private readonly problem = signal<Failure | undefined>(undefined);
  private readonly busy = signal(false);
  private readonly nextToken = signal('');
  private query: ConsoleQuery | undefined;
  /** What the page on show was asked with, for the page after it. */
  since: number | undefined;
  private asking = new AbortController();

  readonly rows = computed(() => this.picture().rows);
  readonly pending = computed(() => this.picture().pending.size);
  readonly failure = this.problem.asReadonly();
  readonly loading = this.busy.asReadonly();
  readonly nextPageToken = this.nextToken.asReadonly();
  readonly liveState = computed(() => this.live.state());

  constructor() {
    inject(DestroyRef).onDestroy(() => this.asking.abort());
  }

  ask(query: ConsoleQuery): void {
    this.query = query;
    this.asking.abort();
    this.asking = new AbortController();
    void this.read(query, this.asking.signal);
  }

  reload(): void {
    if (this.query) {
      this.ask(this.query);
    }
  }

  /** A ticket as a write of this page left it; its row changes in place. */
  put(ticket: Ticket, revision: bigint): void {
    this.receive({ ticket, revision });
  }

  private async read(query: ConsoleQuery, signal: AbortSignal): Promise<void> {
    this.busy.set(true);
    try {
      const { pageSize, pageToken } = query;
      const since = sinceOf(query, Date.now());
      const page = await this.door.listTickets(
        { ...toFilter(query, since), pageSize, pageToken },
        { signal },
      );
      this.since = since;
      this.picture.set({ rows: page.tickets.map(toRow), pending: new Set() });
      this.nextToken.set(page.nextPageToken);
      this.problem.set(undefined);
      this.retry.succeeded();
      const leave = this.live.follow(page.revision, {
        receive: (news) => this.receive(news),
        lost: () => this.reload(),
      });
      signal.addEventListener('abort', leave);
    } catch (error) {
      if (!signal.aborted && !isCanceled(error)) {
        const failure = toFailure(error);
        this.problem.set(failure);
        void this.retry.after(failure, signal, () => this.reload());
      }
    } finally {
      if (!signal.aborted) {
        this.busy.set(false);
      }
    }
  }

  private receive(news: { ticket?: Ticket | undefined; revision: bigint }): void {
    const { query } = this;
    if (query) {
      this.picture.update((before) => applyNews(before, news, query, Date.now()));
    }
  }
}
