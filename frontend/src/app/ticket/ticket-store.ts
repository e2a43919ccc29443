import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  Status,
  type Change,
  type Message,
  type Ticket,
} from '@campus-desk/contract/campus/tickets/v1/ticket';
import { DOOR, type TicketNews } from '../api/door';
import { isCanceled, toFailure, type Failure } from '../api/failure';
import { LiveTickets } from '../api/live-tickets';
import { OwnWrites } from '../api/own-writes';
import { Retry } from '../api/retry';
import { readAll } from './read-all';

/** One ticket with its conversation and history, kept true while a page shows it. */
@Injectable()
export class TicketStore {
  private readonly door = inject(DOOR);
  private readonly live = inject(LiveTickets);
  private readonly ownWrites = inject(OwnWrites);
  private readonly retry = new Retry();

  private readonly current = signal<Ticket | undefined>(undefined);
  private readonly said = signal<readonly Message[]>([]);
  private readonly happened = signal<readonly Change[]>([]);
  private readonly problem = signal<Failure | undefined>(undefined);
  private readonly awaited = signal(false);
  private id: bigint | undefined;
  private showing = new AbortController();

  readonly ticket = this.current.asReadonly();
  readonly messages = this.said.asReadonly();
  readonly history = this.happened.asReadonly();
  readonly failure = this.problem.asReadonly();
  readonly loading = computed(() => this.awaited() && !this.current());
  readonly closed = computed(() => this.current()?.status === Status.CLOSED);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.showing.abort());
  }

  show(id: bigint): void {
    if (id !== this.id) {
      this.current.set(undefined);
      this.said.set([]);
      this.happened.set([]);
      this.problem.set(undefined);
    }
    this.id = id;
    this.reload();
  }

  reload(): void {
    this.showing.abort();
    this.showing = new AbortController();
    void this.load(this.showing.signal);
  }

  /** The ticket as a write of this page left it. */
  put(ticket: Ticket, revision: bigint): void {
    this.ownWrites.note(revision);
    if (ticket.id === this.id && ticket.version >= (this.current()?.version ?? 0)) {
      this.current.set(ticket);
      void this.readHistory(this.showing.signal);
    }
  }

  add(message: Message): void {
    this.said.update((before) =>
      before.some((known) => known.id === message.id) ? before : [...before, message].sort(byId),
    );
  }

  private async load(signal: AbortSignal): Promise<void> {
    const ticketId = this.id;
    if (ticketId === undefined) {
      return;
    }
    this.awaited.set(true);
    try {
      const { ticket, revision } = await this.door.getTicket({ ticketId }, { signal });
      this.current.set(ticket);
      const leave = this.live.follow(revision, {
        receive: (news) => this.receive(news),
        lost: () => this.reload(),
      });
      signal.addEventListener('abort', leave);
      const messages = await readAll(
        (page) => this.door.listMessages({ ticketId, ...page }, { signal }),
        (page) => page.messages,
      );
      messages.forEach((message) => this.add(message));
      this.problem.set(undefined);
      this.retry.succeeded();
      await this.readHistory(signal);
    } catch (error) {
      if (!signal.aborted && !isCanceled(error)) {
        const failure = toFailure(error);
        this.problem.set(failure);
        void this.retry.after(failure, signal, () => this.reload());
      }
    } finally {
      this.awaited.set(false);
    }
  }

  private receive(news: TicketNews): void {
    const now = this.current();
    if (!now || news.ticket?.id !== now.id) {
      return;
    }
    if (news.message) {
      this.add(news.message);
    }
    this.current.set(merge(now, news.ticket));
    if (tellsTexts(news.ticket)) {
      void this.readHistory(this.showing.signal);
    }
  }

  private async readHistory(signal: AbortSignal): Promise<void> {
    const ticketId = this.id;
    if (ticketId === undefined) {
      return;
    }
    try {
      const changes = await readAll(
        (page) => this.door.listHistory({ ticketId, ...page }, { signal }),
        (page) => page.changes,
      );
      this.happened.set(changes);
    } catch {
      // What is on the page stays; the next change reads it again.
    }
  }
}

/** Behind the portal's door the news of a closing tells no texts, and the ticket cannot be read any more. */
function tellsTexts(news: Ticket): boolean {
  return news.description !== '';
}

function byId(a: Message, b: Message): number {
  return a.id < b.id ? -1 : 1;
}

/** The ticket as it is since; of one that was closed the page stays readable with the texts it has. */
function merge(now: Ticket, news: Ticket): Ticket {
  if (news.version < now.version) {
    return now;
  }
  if (!tellsTexts(news)) {
    const { status, version, closedAt } = news;
    return { ...now, status, version, ...(closedAt && { closedAt }) };
  }
  return news;
}
