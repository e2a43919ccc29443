import { settledWithin } from '@campus-desk/kit/settled-within';
import { MoreThan } from 'typeorm';
import type { Presence } from '../domain/presence.ts';
import type { Database } from './database.ts';
import { PresenceEntity, type StoredPresence } from './entities.ts';

/** How often it is read who is where, in milliseconds, while anybody wants to know. */
const pollInterval = 1_000;

/** How many visitors are read at most, and told of at one ticket. */
const most = { visitors: 10_000, atTicket: 50 };

/** The longest wait that a timer knows, in milliseconds. */
const ever = 2 ** 31 - 1;

/** Who is where, by ticket. It is never changed: what is the same in the next one is the same object. */
type Picture = ReadonlyMap<number, Presence>;

const nobody: Picture = new Map();

/**
 * Tells everybody in this process who is at which ticket, whichever replica they told. It is read once for all, and not
 * at all while nobody follows. Those who follow pull at their own pace and are told what is different by then.
 */
export class PresenceBoard {
  readonly #database: Database;
  readonly #onError: (error: unknown) => void;
  readonly #clock: () => number;
  readonly #stopped = new AbortController();
  #followers = 0;
  #running: Promise<void> | undefined;
  #rows: readonly StoredPresence[] = [];
  #picture = nobody;
  /** What is told to those who last saw another picture. */
  #changes = new WeakMap<Picture, readonly Presence[]>();
  #moved = Promise.withResolvers<void>();

  constructor(database: Database, onError: (error: unknown) => void, clock: () => number = Date.now) {
    this.#database = database;
    this.#onError = onError;
    this.#clock = clock;
  }

  /** Each ticket where somebody is, then each where that changes, forever. Ends when the signal aborts. */
  async *follow(signal: AbortSignal): AsyncGenerator<readonly Presence[]> {
    this.#followers++;
    this.#running ??= this.#poll();
    let seen = nobody;
    try {
      while (!signal.aborted) {
        const moved = this.#moved.promise;
        const changes = this.#changesSince(seen);
        seen = this.#picture;
        if (changes.length > 0) yield changes;
        else await settledWithin(moved, ever, signal);
      }
    } finally {
      this.#followers--;
    }
  }

  /** Ends reading. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async #poll(): Promise<void> {
    const { signal } = this.#stopped;
    while (this.#followers > 0 && !signal.aborted) {
      try {
        this.#rows = await this.#read();
      } catch (error) {
        // Who was there before is there until their time is over.
        this.#onError(error);
      }
      this.#show(this.#rows.filter(({ until }) => until > this.#clock()));
      await settledWithin(Promise.withResolvers().promise, pollInterval, signal);
    }
    this.#rows = [];
    this.#picture = nobody;
    this.#running = undefined;
  }

  #read(): Promise<readonly StoredPresence[]> {
    return this.#database.read((manager) =>
      manager.find(PresenceEntity, {
        where: { until: MoreThan(this.#clock()) },
        order: { ticketId: 'ASC', clientId: 'ASC' },
        take: most.visitors,
      }),
    );
  }

  #show(rows: readonly StoredPresence[]): void {
    const before = this.#picture;
    const picture = new Map<number, Presence>();
    for (const [ticketId, own] of Map.groupBy(rows, (row) => row.ticketId)) {
      const visitors = own
        .slice(0, most.atTicket)
        .map(({ clientId, side, activity }) => ({ clientId, side, activity }));
      const known = before.get(ticketId);
      const presence = { ticketId, visitors };
      picture.set(ticketId, JSON.stringify(known) === JSON.stringify(presence) ? known! : presence);
    }
    if (differences(before, picture).length === 0) return;
    this.#picture = picture;
    this.#changes = new WeakMap();
    const moved = this.#moved;
    this.#moved = Promise.withResolvers();
    moved.resolve();
  }

  /** The same for all who saw the same picture. */
  #changesSince(seen: Picture): readonly Presence[] {
    const known = this.#changes.get(seen) ?? differences(seen, this.#picture);
    this.#changes.set(seen, known);
    return known;
  }
}

function differences(before: Picture, after: Picture): readonly Presence[] {
  const changed = [...after.values()].filter((presence) => before.get(presence.ticketId) !== presence);
  const left = [...before.keys()].filter((ticketId) => !after.has(ticketId));
  return [...changed, ...left.map((ticketId) => ({ ticketId, visitors: [] }))];
}
