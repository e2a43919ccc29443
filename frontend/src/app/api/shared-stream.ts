import { Inbox } from './inbox';

/** A stream of the desk that all tabs of this browser read as one. */
export type SharedSource<T> = {
  /** Tabs that give the same name share the stream. */
  readonly name: string;
  /** Opens it at the desk, after a revision. */
  open(after: bigint, signal: AbortSignal): AsyncIterable<T>;
  revisionOf(item: T): bigint;
  /** How many of the latest items a tab that joins can be told; one that missed more has the stream opened again. */
  readonly kept: number;
  /** What a tab that joins has to know beside the latest items; it comes before them. */
  standing?(): T;
};

/** A tab that joins, with what it knows; or an item, for all tabs or the one that joined. */
type Told<T> =
  { readonly join: bigint; readonly tab: string } | { readonly item: T; readonly tab?: string | undefined };

/** A tab that leads speaks every 15 seconds; one that is silent for longer is stuck, and another takes over. */
const STUCK_MS = 30_000;

/**
 * Reads a stream that at most one tab of the browser has open: it tells the others by a BroadcastChannel, and when it
 * ends, the next one opens the stream. Every item after the revision comes, in order, and some may come again. Where the
 * browser has no locks (a page without TLS) each tab has its own stream.
 */
export async function* readShared<T>(
  source: SharedSource<T>,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<T> {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- pages without TLS have no locks
  if (navigator.locks === undefined) {
    yield* source.open(after, signal);
    return;
  }
  const seat = new Seat(source, after);
  signal.addEventListener('abort', () => seat.leave(), { once: true });
  if (signal.aborted) {
    seat.leave();
  }
  try {
    yield* seat.items();
  } finally {
    seat.leave();
  }
}

/** A tab's place at a shared stream: it listens, and leads when its turn comes. */
class Seat<T> {
  private readonly tab = crypto.randomUUID();
  private readonly inbox = new Inbox<T>();
  private readonly channel: BroadcastChannel;
  private readonly left = new AbortController();
  private stuck: ReturnType<typeof setTimeout> | undefined;
  private leader: Leader<T> | undefined;

  constructor(
    private readonly source: SharedSource<T>,
    private position: bigint,
  ) {
    this.channel = new BroadcastChannel(source.name);
    this.channel.addEventListener('message', ({ data }: MessageEvent<Told<T>>) => this.hear(data));
    this.waitForTurn({ signal: this.left.signal });
    this.tell({ join: position, tab: this.tab });
    this.heard();
  }

  items(): AsyncIterable<T> {
    return this.inbox;
  }

  leave(): void {
    clearTimeout(this.stuck);
    this.left.abort();
    this.channel.close();
    this.inbox.end();
  }

  private waitForTurn(options: LockOptions): void {
    navigator.locks
      .request(this.source.name, options, () => this.lead())
      .catch((error: unknown) => {
        this.inbox.end(error as Error);
        this.leave();
      });
  }

  private async lead(): Promise<void> {
    clearTimeout(this.stuck);
    if (this.left.signal.aborted) {
      return;
    }
    this.leader = new Leader(this.source, this.position, (item, tab) => {
      this.tell({ item, tab });
      if (tab === undefined) {
        this.take(item);
      }
    });
    await this.leader.read(this.left.signal);
    this.inbox.end();
  }

  private hear(told: Told<T>): void {
    if ('join' in told) {
      this.leader?.admit(told.join, told.tab);
    } else if (!this.leader && (told.tab ?? this.tab) === this.tab) {
      this.heard();
      this.take(told.item);
    }
  }

  private heard(): void {
    clearTimeout(this.stuck);
    this.stuck = setTimeout(() => this.waitForTurn({ steal: true }), STUCK_MS);
  }

  private take(item: T): void {
    const revision = this.source.revisionOf(item);
    this.position = revision > this.position ? revision : this.position;
    this.inbox.push(item);
  }

  private tell(told: Told<T>): void {
    if (!this.left.signal.aborted) {
      this.channel.postMessage(told);
    }
  }
}

/** Reads the stream at the desk for all tabs. */
class Leader<T> {
  private readonly recent: T[] = [];
  private reopened: AbortController | undefined;

  constructor(
    private readonly source: SharedSource<T>,
    /** The revision since which the recent items are complete. */
    private since: bigint,
    /** Tells all tabs, or one. */
    private readonly tell: (item: T, tab?: string) => void,
  ) {}

  async read(ending: AbortSignal): Promise<void> {
    do {
      const reopened = new AbortController();
      this.reopened = reopened;
      try {
        for await (const item of this.source.open(this.since, AbortSignal.any([ending, reopened.signal]))) {
          this.keep(item);
          this.tell(item);
        }
      } catch (error) {
        if (!this.isReopened() || ending.aborted) {
          throw error;
        }
      }
    } while (this.isReopened() && !ending.aborted);
  }

  /** Lets a tab in that knows everything up to a revision. */
  admit(after: bigint, tab: string): void {
    if (after < this.since) {
      this.since = after;
      this.recent.length = 0;
      this.reopened?.abort();
      return;
    }
    if (this.source.standing) {
      this.tell(this.source.standing(), tab);
    }
    const missed = this.recent.filter((item) => this.source.revisionOf(item) > after);
    // At least one, so that it knows that the stream is live.
    (missed.length > 0 ? missed : this.recent.slice(-1)).forEach((item) => this.tell(item, tab));
  }

  private keep(item: T): void {
    this.recent.push(item);
    for (const dropped of this.recent.splice(0, this.recent.length - this.source.kept)) {
      this.since = this.source.revisionOf(dropped);
    }
  }

  private isReopened(): boolean {
    return this.reopened?.signal.aborted === true;
  }
}
