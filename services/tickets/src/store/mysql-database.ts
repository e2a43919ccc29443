import { StartError } from '@campus-desk/kit/config';
import mysql, { type PoolOptions } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import type { Database, Work } from './database.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';
import { migrate, requireCurrent } from './schema-version.ts';
import { streamTransaction } from './stream-transaction.ts';

/**
 * How many connections one process holds for each kind of work, and how many callers may wait for one of them. Each
 * has its own, so that neither a crowd of readers nor slow listeners keep anybody else waiting.
 */
const pools = {
  write: { connectionLimit: 2, queueLimit: 500 },
  read: { connectionLimit: 8, queueLimit: 500 },
  stream: { connectionLimit: 4, queueLimit: 20 },
};

/** What every connection settles first, so that nothing depends on how the server is set up. */
const session = `SET SESSION innodb_lock_wait_timeout = 5,
  sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`;

/**
 * Opens a MySQL-compatible database; an empty server gets the database that the URL names.
 * @param url `mysql://user:password@host:port/name`
 * @throws StartError when it cannot be reached
 */
export async function openMysql(url: string): Promise<Database> {
  const place = withoutPassword(url);
  const sources = {
    write: dataSource(url, pools.write),
    read: dataSource(url, pools.read),
    stream: dataSource(url, pools.stream),
  };
  const close = async () => {
    for (const source of Object.values(sources)) if (source.isInitialized) await source.destroy();
  };
  try {
    await createIfMissing(url);
    for (const source of Object.values(sources)) await source.initialize();
  } catch (error) {
    await close();
    throw new StartError(`Cannot use the database ${place}: ${(error as Error).message}.`, { cause: error });
  }
  const transaction =
    (source: DataSource) =>
    <T>(work: Work<T>) =>
      source.transaction('REPEATABLE READ', work);
  return {
    write: transaction(sources.write),
    read: transaction(sources.read),
    stream: (work) => streamTransaction(sources.stream, work),
    migrate: () => migrate(sources.write, place),
    requireCurrent: () => requireCurrent(sources.read, place),
    close,
  };
}

function dataSource(url: string, { connectionLimit, queueLimit }: typeof pools.read): DataSource {
  return new DataSource({
    type: 'mysql',
    driver: { ...mysql, createPool },
    url,
    entities,
    migrations,
    charset: 'utf8mb4',
    timezone: 'Z',
    connectTimeout: 5_000,
    poolSize: connectionLimit,
    extra: { queueLimit, enableKeepAlive: true },
  });
}

function createPool(options: PoolOptions) {
  return mysql.createPool(options).on('connection', (connection) => {
    connection.query(session, (error) => {
      if (error !== null) connection.destroy();
    });
  });
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
