import { createConnection } from 'mysql2/promise';
import { randomUUID } from 'node:crypto';

/** A database of this run's own. */
export type ScratchDatabase = {
  /** As a service takes it. */
  readonly url: string;
  /** The server's version and what its commits wait for. */
  readonly server: string;
  drop(): Promise<void>;
};

/** Creates a database on a server. @param server its URL; the name in it does not matter */
export async function createScratchDatabase(server: string): Promise<ScratchDatabase> {
  const url = new URL(server);
  const name = `campus_desk_bench_${randomUUID().replaceAll('-', '')}`;
  url.pathname = '';
  const run = async (statement: string, values: string[] = []): Promise<unknown> => {
    const connection = await createConnection({ uri: url.href });
    try {
      const [rows] = await connection.query(statement, values);
      return rows;
    } finally {
      await connection.end();
    }
  };
  await run('CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', [name]);
  const variables = (await run(
    `SHOW GLOBAL VARIABLES WHERE Variable_name IN ('version', 'version_comment',
     'innodb_flush_log_at_trx_commit', 'innodb_buffer_pool_size', 'log_bin', 'sync_binlog')`,
  )) as { Variable_name: string; Value: string }[];
  const place = new URL(server);
  place.pathname = `/${name}`;
  return {
    url: place.href,
    server: variables.map(({ Variable_name, Value }) => `${Variable_name} ${Value}`).join(', '),
    async drop() {
      await run('DROP DATABASE IF EXISTS ??', [name]);
    },
  };
}
