import { setTimeout as delay } from 'node:timers/promises';
import { In, LessThan } from 'typeorm';
import { presenceHolds, type PresenceReport } from '../domain/presence.ts';
import type { Database } from './database.ts';
import { PresenceEntity, type StoredPresence } from './entities.ts';
import { OverloadError } from './writer.ts';

/** How long reports are gathered to be written together, in milliseconds: nobody waits for them. */
const gathering = 100;

/** How many may be gathered meanwhile; more are refused as overload. */
const mostWaiting = 2_000;

/** How often what holds no longer is taken away, in milliseconds. Until then nobody is told of it. */
const cleaning = 60_000;

type Waiting = PresenceReport & Pick<StoredPresence, 'until'>;

/** Writes down who is at which ticket, for all replicas to see. It is no part of the log and has no revision. */
export class PresenceReports {
  readonly #database: Database;
  readonly #clock: () => number;
  #waiting: Waiting[] = [];
  #next: Promise<void> | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(database: Database, clock: () => number = Date.now) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Writes down what somebody says of where they are, together with what others say in the same moment.
   * @throws OverloadError when too many do; whatever the database throws when it is out of reach
   */
  async report(report: PresenceReport): Promise<void> {
    if (this.#waiting.length >= mostWaiting) throw new OverloadError('too many say where they are');
    this.#waiting.push({ ...report, until: this.#clock() + presenceHolds });
    await (this.#next ??= this.#flush());
  }

  /** Takes away now and then what holds no longer; answers what ends that. */
  clean(onError: (error: unknown) => void): () => void {
    const timer = setInterval(() => {
      this.takeAway().catch(onError);
    }, cleaning);
    return () => clearInterval(timer);
  }

  /** Takes away what holds no longer; by its keys, for a search that deletes would lock what others are about to write. */
  async takeAway(): Promise<void> {
    const over = { until: LessThan(this.#clock()) };
    const rows = await this.#database.read((manager) => manager.findBy(PresenceEntity, over));
    for (const [ticketId, own] of Map.groupBy(rows, (row) => row.ticketId)) {
      const clientId = In(own.map((row) => row.clientId));
      await this.#database.write((manager) =>
        manager.delete(PresenceEntity, { ticketId, clientId, ...over }),
      );
    }
  }

  async #flush(): Promise<void> {
    await delay(gathering);
    await this.#writing;
    const reports = this.#waiting;
    this.#waiting = [];
    this.#next = undefined;
    const written = this.#write(reports);
    this.#writing = written.catch(() => undefined);
    await written;
  }

  /** In the order of the keys, so that no two replicas wait for each other; of several by one visitor the last holds. */
  async #write(reports: readonly Waiting[]): Promise<void> {
    const latest = new Map(reports.map((report) => [`${report.ticketId} ${report.clientId}`, report]));
    const sorted = [...latest.values()].sort(
      (a, b) => a.ticketId - b.ticketId || (a.clientId < b.clientId ? -1 : 1),
    );
    const there = sorted.filter((report): report is StoredPresence => report.activity !== 'left');
    const left = sorted.filter(({ activity }) => activity === 'left');
    await this.#database.write(async (manager) => {
      if (there.length > 0) await manager.upsert(PresenceEntity, there, ['ticketId', 'clientId']);
      for (const { ticketId, clientId } of left) await manager.delete(PresenceEntity, { ticketId, clientId });
    });
  }
}
