import { StartError } from '@campus-desk/kit/config';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Database, Work } from './database.ts';
import { entities } from './entities.ts';
import { isBusy } from './failure.ts';
import { migrations } from './migrations.ts';
import { NodeSqlite } from './node-sqlite.ts';
import { migrate, requireCurrent } from './schema-version.ts';
import { streamTransaction } from './stream-transaction.ts';

/** How long a statement waits, with the whole process, for another process that is writing, in milliseconds. */
const busyTimeout = 20;

/** How long a write keeps trying while another process is writing, in milliseconds. */
const patience = 5_000;

/**
 * Opens the embedded database: SQLite in a folder. TypeORM's driver has one connection, on which transactions
 * would collide: so there is one to write, one to read, each with a queue, and one more for each stream.
 * @throws StartError when the folder cannot be used
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const file = join(folder, 'campus-desk.sqlite');
  const open = (options: { enableWAL: boolean }) =>
    new DataSource({
      type: 'better-sqlite3',
      driver: NodeSqlite,
      database: file,
      entities,
      migrations,
      // What fails is thrown; the default logger would say it on the console too.
      logger: 'debug',
      timeout: busyTimeout,
      ...options,
    }).initialize();
  let writer: DataSource;
  try {
    await mkdir(folder, { recursive: true });
    writer = await open({ enableWAL: true });
  } catch (error) {
    throw new StartError(`Cannot keep data in ${folder}: ${(error as Error).message}.`, { cause: error });
  }
  // Survives a killed process; only a power cut may take the last moments, as WAL's documentation says.
  await writer.query('PRAGMA synchronous = NORMAL');
  const reader = await open({ enableWAL: false });
  return {
    write: queue((work) => whenFree(() => writer.transaction(work))),
    read: queue((work) => reader.transaction(work)),
    async *stream(work) {
      const source = await open({ enableWAL: false });
      try {
        yield* streamTransaction(source, work);
      } finally {
        await source.destroy();
      }
    },
    migrate: () => whenFree(() => migrate(writer, folder)),
    requireCurrent: () => whenFree(() => requireCurrent(writer, folder)),
    async close() {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

/** Runs transactions one after the other. */
function queue(transaction: <T>(work: Work<T>) => Promise<T>): <T>(work: Work<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(() => transaction(work));
    last = next.catch(() => undefined);
    return next;
  };
}

/** Tries again while another process is writing. */
async function whenFree<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      await delay(1);
    }
  }
}
