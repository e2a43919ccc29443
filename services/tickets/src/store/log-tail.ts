import { settledWithin } from '@campus-desk/kit/settled-within';
import type { Database } from './database.ts';
import { readHead } from './head.ts';
import { logRevision } from './log-metrics.ts';
import { readLog, type LoggedChange } from './log-read.ts';

/** How often the log is looked at for what other replicas wrote, in milliseconds. */
const pollInterval = 150;

/** How many changes one step carries at most. */
const stepSize = 200;

/** How many of the latest changes are kept in memory for all who follow. */
const recentSize = 2_000;

/** Changes in order without gaps, or none after a while of silence. */
export type LogStep = {
  /** The revision up to which everything has been told. */
  readonly revision: number;
  readonly changes: readonly LoggedChange[];
};

/**
 * Follows the end of the log for everybody in this process: it reads each new change once. Those who follow pull at
 * their own pace, so a slow one keeps nothing in memory but its place.
 */
export class LogTail {
  readonly #database: Database;
  readonly #heartbeat: number;
  #recent: LoggedChange[] = [];
  #revision = 0;
  #moved = Promise.withResolvers<void>();
  #woken = Promise.withResolvers<void>();
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;

  /** @param heartbeat the silence in milliseconds after which a step without changes is told */
  constructor(database: Database, heartbeat = 15_000) {
    this.#database = database;
    this.#heartbeat = heartbeat;
  }

  /** Begins to follow the log, from where it ends now. */
  async start(onError: (error: unknown) => void): Promise<void> {
    this.#revision = (await this.#database.read(readHead)).revision;
    logRevision.record(this.#revision);
    this.#running = this.#follow(onError);
  }

  /** Looks at the log at once: this process has just written to it. */
  wake(): void {
    this.#woken.resolve();
  }

  /** Everything after a revision, forever, in steps; a first step is told at once. Ends when the signal aborts. */
  async *after(revision: number, signal: AbortSignal): AsyncGenerator<LogStep> {
    let told = revision;
    let first = true;
    while (!signal.aborted) {
      const moved = this.#moved.promise;
      const changes = await this.#changesAfter(told);
      if (changes.length > 0 || first) {
        first = false;
        told = changes.at(-1)?.revision ?? told;
        yield { revision: told, changes };
      } else if (!(await settledWithin(moved, this.#heartbeat, signal)) && !isAborted(signal)) {
        yield { revision: told, changes: [] };
      }
    }
  }

  /** Ends following. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.wake();
    await this.#running;
  }

  async #changesAfter(revision: number): Promise<readonly LoggedChange[]> {
    if (revision >= this.#revision) return [];
    const oldest = this.#recent[0]?.revision;
    if (oldest === undefined || oldest > revision + 1)
      return this.#database.read((manager) => readLog(manager, revision, stepSize));
    return this.#recent.slice(revision + 1 - oldest, revision + 1 - oldest + stepSize);
  }

  async #follow(onError: (error: unknown) => void): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        const changes = await this.#database.read((manager) => readLog(manager, this.#revision, stepSize));
        if (changes.length > 0) {
          this.#tell(changes);
          continue;
        }
      } catch (error) {
        onError(error);
      }
      await settledWithin(this.#woken.promise, pollInterval, signal);
      this.#woken = Promise.withResolvers();
    }
  }

  #tell(changes: readonly LoggedChange[]): void {
    const closed = new Set(changes.filter(({ isClosed }) => isClosed).map(({ ticket }) => ticket.id));
    const recent = closed.size === 0 ? this.#recent : this.#recent.map(closedIn(closed));
    this.#recent = [...recent, ...changes].slice(-recentSize);
    this.#revision = changes.at(-1)?.revision ?? this.#revision;
    logRevision.record(this.#revision);
    const moved = this.#moved;
    this.#moved = Promise.withResolvers();
    moved.resolve();
  }
}

/** A change as it is told once some tickets were closed. */
function closedIn(closed: ReadonlySet<number>): (change: LoggedChange) => LoggedChange {
  return (change) => (closed.has(change.ticket.id) ? { ...change, isClosed: true } : change);
}

/** Asked anew after a wait, in which a signal may have been aborted. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
