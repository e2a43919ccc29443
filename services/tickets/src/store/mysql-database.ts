import { StartError } from '@campus-desk/kit/config';
import mysql, { type PoolOptions } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import type { Database, Work } from './database.ts';
import { entities } from './entities.ts';
import { isConnectionLoss, reasonOf } from './failure.ts';
import { migrations } from './migrations.ts';
import { parseMysqlUrl, withoutPassword } from './mysql-url.ts';
import { NotYetError } from './not-yet-error.ts';
import { passwordOf } from './password.ts';
import { Primary } from './primary.ts';
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

/** How long a server may take to let somebody in, in milliseconds. */
const connectTimeout = 5_000;

/**
 * Opens a MySQL-compatible database; an empty server gets the database that the URL names.
 * @param url as `parseMysqlUrl` reads it; of several hosts the one that takes writes is used
 * @param passwordFile the file that holds the password, if one does
 * @throws NotYetError when it cannot be used now; StartError when the password cannot be had
 */
export async function openMysql(url: string, passwordFile: string | undefined): Promise<Database> {
  const parsed = parseMysqlUrl(url);
  const primary = new Primary(parsed, await passwordOf(parsed, passwordFile));
  const place = withoutPassword(parsed);
  const sources = {
    write: dataSource(primary, parsed.database, pools.write),
    read: dataSource(primary, parsed.database, pools.read),
    stream: dataSource(primary, parsed.database, pools.stream),
  };
  const close = async () => {
    for (const source of Object.values(sources)) if (source.isInitialized) await source.destroy();
    await primary.close();
  };
  const notYet = (error: unknown) =>
    new NotYetError(`Cannot use the database ${place}: ${reasonOf(error)}.`, { cause: error });
  try {
    await createIfMissing(primary, parsed.database);
    for (const source of Object.values(sources)) await source.initialize();
  } catch (error) {
    await close();
    throw notYet(error);
  }
  const transaction =
    (source: DataSource) =>
    <T>(work: Work<T>) =>
      source.transaction('REPEATABLE READ', work);
  const told = async <T>(action: Promise<T>) => {
    try {
      return await action;
    } catch (error) {
      throw !(error instanceof StartError) && isConnectionLoss(error) ? notYet(error) : error;
    }
  };
  return {
    write: transaction(sources.write),
    read: transaction(sources.read),
    stream: (work) => streamTransaction(sources.stream, work),
    migrate: () => told(migrate(sources.write, place)),
    requireCurrent: () => told(requireCurrent(sources.read, place)),
    close,
  };
}

function dataSource(
  primary: Primary,
  database: string,
  { connectionLimit, queueLimit }: typeof pools.read,
): DataSource {
  return new DataSource({
    type: 'mysql',
    driver: { ...mysql, createPool: (options: PoolOptions) => primary.createPool(options) },
    database,
    entities,
    migrations,
    // What fails is thrown; the default logger would say it on the console too.
    logger: 'debug',
    charset: 'utf8mb4',
    timezone: 'Z',
    connectTimeout,
    poolSize: connectionLimit,
    extra: { queueLimit },
  });
}

async function createIfMissing(primary: Primary, database: string): Promise<void> {
  const { host, user, password } = await primary.find();
  const server = { host: host.name, port: host.port, user, password, connectTimeout };
  try {
    await (await createConnection({ ...server, database })).end();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_BAD_DB_ERROR') throw error;
    const connection = await createConnection(server);
    await connection.query('CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', [
      database,
    ]);
    await connection.end();
  }
}
