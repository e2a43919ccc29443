import { inject, Injectable, InjectionToken, Injector, signal, type OnDestroy } from '@angular/core';
import { Code } from '@connectrpc/connect';
import { DOOR, type TicketNews } from './door';
import { asNews, NOBODY, withPresences } from './presences';
import { readShared } from './shared-stream';
import { followStream, type Stream, type StreamState } from './stream';

export type TicketFollower = {
  receive(news: TicketNews): void;
  /** The desk does not know the revision any more (it was restored, say): read everything again. */
  lost(): void;
};

/** How many of the latest changes a tab keeps for another that joins. */
const KEPT = 500;

/** What the stream of a door is called among the tabs of the browser. */
export const LIVE_NAME = new InjectionToken<string>('LIVE_NAME');

type Seat = {
  seen: bigint;
} & TicketFollower;

/** The changes of all tickets behind this door. One stream serves all who follow, in all tabs of the browser. */
@Injectable()
export class LiveTickets implements OnDestroy {
  private readonly door = inject(DOOR);
  private readonly injector = inject(Injector);
  private readonly seats = new Set<Seat>();
  private readonly connection = signal<Stream | undefined>(undefined);
  private readonly attended = signal(NOBODY);
  private position = 0n;
  private readonly source = {
    name: `campus-desk.tickets.${inject(LIVE_NAME)}`,
    open: (afterRevision: bigint, signal: AbortSignal) =>
      withOpening(this.door.watchTickets({ afterRevision }, { signal, timeoutMs: 0 })),
    revisionOf: ({ revision }: TicketNews) => revision,
    kept: KEPT,
    standing: () => asNews(this.attended()),
  };

  /** Who is at which ticket now, as far as somebody follows. */
  readonly presences = this.attended.asReadonly();
  readonly state = (): StreamState => this.connection()?.state() ?? 'connecting';

  /** Tells every change after a revision, each once and in order, until the returned function is called. */
  follow(afterRevision: bigint, follower: TicketFollower): () => void {
    const seat: Seat = {
      seen: afterRevision,
      receive: (news) => follower.receive(news),
      lost: () => follower.lost(),
    };
    this.seats.add(seat);
    if (!this.connection() || afterRevision < this.position) {
      this.restart(afterRevision);
    }
    return () => {
      this.seats.delete(seat);
      if (this.seats.size === 0) {
        this.stop();
      }
    };
  }

  ngOnDestroy(): void {
    this.stop();
  }

  private restart(afterRevision: bigint): void {
    this.stop();
    this.position = afterRevision;
    const stream = followStream<TicketNews>(
      {
        open: (signal) => readShared(this.source, this.position, signal),
        receive: (news) => this.deliver(news),
        refuse: (failure) => failure.code === Code.OutOfRange && this.lose(),
      },
      this.injector,
    );
    this.connection.set(stream);
  }

  private deliver(news: TicketNews): void {
    this.position = news.revision > this.position ? news.revision : this.position;
    this.attended.update((before) => withPresences(before, news));
    for (const seat of [...this.seats]) {
      if (news.revision > seat.seen) {
        seat.seen = news.revision;
        if (news.ticket) {
          seat.receive(news);
        }
      }
    }
  }

  private lose(): true {
    const everybody = [...this.seats];
    this.seats.clear();
    this.stop();
    everybody.forEach((seat) => seat.lost());
    return true;
  }

  private stop(): void {
    this.connection()?.close();
    this.connection.set(undefined);
    this.attended.set(NOBODY);
  }
}

async function* withOpening(stream: AsyncIterable<TicketNews>): AsyncGenerator<TicketNews> {
  let opening = true;
  for await (const news of stream) {
    yield opening ? { ...news, opening } : news;
    opening = false;
  }
}
