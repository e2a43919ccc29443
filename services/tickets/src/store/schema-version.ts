import { StartError } from '@campus-desk/kit/config';
import type { DataSource } from 'typeorm';

/** Runs the migrations that the tables lack. @param place names the database for the operator */
export async function migrate(source: DataSource, place: string): Promise<void> {
  await refuseNewer(source, place);
  await source.runMigrations({ transaction: 'each' });
}

/** Refuses tables of another version of the desk. @param place names the database for the operator */
export async function requireCurrent(source: DataSource, place: string): Promise<void> {
  await refuseNewer(source, place);
  if (await source.showMigrations())
    throw new StartError(
      `The tables in ${place} are not up to date: run "node services/tickets/src/cli.ts migrate".`,
    );
}

async function refuseNewer(source: DataSource, place: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return;
    const done = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
    const known = new Set(source.migrations.map(({ name }) => name));
    const unknown = done.find(({ name }) => !known.has(name));
    if (unknown === undefined) return;
    throw new StartError(
      `${place} was written by a newer version of Campus Desk (${unknown.name}): start that version, or name other data.`,
    );
  } finally {
    await runner.release();
  }
}
