import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

/** A database that is measured. */
export type BenchDatabase = {
  /** As a service takes it. */
  readonly url: string;
  /** The server's version and what its commits wait for. */
  readonly server: string;
};

/** A database of this run's own. */
export type ScratchDatabase = BenchDatabase & { drop(): Promise<void> };

/** Creates a database on a server. @param server its URL; the name in it does not matter */
export async function createScratchDatabase(server: string): Promise<ScratchDatabase> {
  const name = `campus_desk_bench_${randomUUID().replaceAll('-', '')}`;
  await ask(server, 'CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', name);
  return {
    ...(await findDatabase(server, name)),
    async drop() {
      await ask(server, 'DROP DATABASE IF EXISTS ??', name);
    },
  };
}

/** A database of a server by its name. */
export async function findDatabase(server: string, name: string): Promise<BenchDatabase> {
  const variables = (await ask(
    server,
    `SHOW GLOBAL VARIABLES WHERE Variable_name IN ('version', 'version_comment',
     'innodb_flush_log_at_trx_commit', 'innodb_buffer_pool_size', 'log_bin', 'sync_binlog')`,
  )) as { Variable_name: string; Value: string }[];
  return {
    url: placeOf(server, name),
    server: variables.map(({ Variable_name, Value }) => `${Variable_name} ${Value}`).join(', '),
  };
}

async function ask(server: string, statement: string, ...values: string[]): Promise<unknown> {
  const connection = await createConnection({ uri: placeOf(server, '') });
  try {
    const [rows] = await connection.query(statement, values);
    return rows;
  } finally {
    await connection.end();
  }
}

function placeOf(server: string, name: string): string {
  const place = new URL(server);
  place.pathname = name;
  return place.href;
}
