import { StartError } from '@campus-desk/kit/config';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { locked } from './migration-lock.ts';
import { NotYetError } from './not-yet-error.ts';

/**
 * Runs the migrations that the tables lack; answers those of a newer version that they have.
 * @param place names the database for the operator
 */
export function migrate(source: DataSource, place: string): Promise<readonly string[]> {
  return withRunner(source, (runner) =>
    locked(runner, async () => {
      const expansions = await requireUsable(runner, place);
      const executor = new MigrationExecutor(source, runner);
      executor.transaction = 'each';
      await executor.executePendingMigrations();
      return expansions;
    }),
  );
}

/** Refuses tables that this version of the desk cannot use. @param place names the database for the operator */
export async function requireCurrent(source: DataSource, place: string): Promise<void> {
  const done = await withRunner(source, async (runner) => {
    await requireUsable(runner, place);
    return doneMigrations(runner);
  });
  if (!source.migrations.every(({ name }) => done.includes(String(name))))
    throw new NotYetError(
      `The tables in ${place} are not up to date: run "node services/tickets/src/cli.ts migrate".`,
    );
}

/**
 * Finds the migrations of newer versions. A name that begins with `Expand` promises that older versions go on working
 * with the tables; any other, such as `Contract…`, does not.
 */
async function requireUsable(runner: QueryRunner, place: string): Promise<readonly string[]> {
  const known = new Set(runner.dataSource.migrations.map(({ name }) => name));
  const unknown = (await doneMigrations(runner)).filter((name) => !known.has(name));
  const breaking = unknown.find((name) => !name.startsWith('Expand'));
  if (breaking === undefined) return unknown;
  throw new StartError(
    `${place} was written by a newer version of Campus Desk (${breaking}): start that version, or name other data.`,
  );
}

/** The migrations that the tables have; only read, while TypeORM's own question would write. */
async function doneMigrations(runner: QueryRunner): Promise<readonly string[]> {
  if (!(await runner.hasTable('migrations'))) return [];
  const done = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
  return done.map(({ name }) => name);
}

async function withRunner<T>(source: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    return await work(runner);
  } finally {
    await runner.release();
  }
}
