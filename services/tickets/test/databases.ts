import { describe } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Database } from '../src/store/database.ts';
import { openDatabase } from '../src/store/open-database.ts';

/** A database made for one test file. */
export type TestDatabase = {
  /** Opens it; each call is another process as far as the database can tell. */
  open(): Promise<Database>;
  /** The environment by which a program finds it. */
  readonly environment: Readonly<Record<string, string>>;
  drop(): Promise<void>;
};

/** Describes the same tests on the embedded database and on the MySQL-compatible server of TEST_DATABASE_URL. */
export function describeOnEachDatabase(
  name: string,
  tests: (create: () => Promise<TestDatabase>) => void,
): void {
  describe(`${name}, on the embedded database`, () => tests(createEmbedded));
  describeOnMysql(name, tests);
}

/** Describes tests of what only the server of TEST_DATABASE_URL can do. */
export function describeOnMysql(name: string, tests: (create: () => Promise<TestDatabase>) => void): void {
  const url = process.env.TEST_DATABASE_URL;
  const create = () => Promise.resolve(createMysql(String(url)));
  // The runner of the tests says loudly why there is none.
  (url === undefined ? describe.skip : describe)(`${name}, on MySQL`, () => tests(create));
}

async function createEmbedded(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'campus-desk-'));
  return {
    open: () => openDatabase({ DATA_DIR: folder }),
    environment: { DATA_DIR: folder },
    drop: () => rm(folder, { recursive: true }),
  };
}

function createMysql(server: string): TestDatabase {
  const url = new URL(server);
  const name = `campus_desk_test_${randomUUID().replaceAll('-', '')}`;
  url.pathname = `/${name}`;
  return {
    open: () => openDatabase({ DATABASE_URL: url.href, DATA_DIR: '' }),
    environment: { DATABASE_URL: url.href },
    async drop() {
      const connection = await createConnection({ uri: url.href });
      await connection.query('DROP DATABASE ??', [name]);
      await connection.end();
    },
  };
}
