import { StartError } from '@campus-desk/kit/config';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import type { Database, Work } from './database.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';
import { migrate, requireCurrent } from './schema-version.ts';
import { streamTransaction } from './stream-transaction.ts';

/** How many connections one process holds, and how many callers may wait for one. */
const pool = { connectionLimit: 10, queueLimit: 500 };

/**
 * Opens a MySQL-compatible database; an empty server gets the database that the URL names.
 * @param url `mysql://user:password@host:port/name`
 * @throws StartError when it cannot be reached
 */
export async function openMysql(url: string): Promise<Database> {
  const place = withoutPassword(url);
  const source = new DataSource({
    type: 'mysql',
    url,
    entities,
    migrations,
    charset: 'utf8mb4',
    timezone: 'Z',
    connectTimeout: 5_000,
    poolSize: pool.connectionLimit,
    extra: { queueLimit: pool.queueLimit, enableKeepAlive: true },
  });
  try {
    await createIfMissing(url);
    await source.initialize();
  } catch (error) {
    throw new StartError(`Cannot use the database ${place}: ${(error as Error).message}.`, { cause: error });
  }
  const transaction = <T>(work: Work<T>) => source.transaction('REPEATABLE READ', work);
  return {
    write: transaction,
    read: transaction,
    stream: (work) => streamTransaction(source, work),
    migrate: () => migrate(source, place),
    requireCurrent: () => requireCurrent(source, place),
    close: () => source.destroy(),
  };
}

async function createIfMissing(url: string): Promise<void> {
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  try {
    await (await createConnection({ uri: url, connectTimeout: 5_000 })).end();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_BAD_DB_ERROR') throw error;
    server.pathname = '';
    const connection = await createConnection({ uri: server.href, connectTimeout: 5_000 });
    await connection.query('CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', [
      name,
    ]);
    await connection.end();
  }
}

function withoutPassword(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`;
}
