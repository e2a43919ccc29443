import type { QueryRunner } from 'typeorm';

/** Names the lock for one database: the server knows it under this name, whoever asks. */
const lock = "CONCAT('campus-desk-migrate-', LEFT(SHA2(DATABASE(), 256), 40))";

/**
 * Does work while nobody else does the same on this database; waits for whoever does. MySQL lets go of the lock when
 * the connection ends, and with it the work. The embedded database, where all can be done in one transaction, says
 * instead that it is busy.
 */
export async function locked<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  if (runner.dataSource.options.type !== 'mysql') return inTransaction(runner, work);
  // Asked again and again, so that a connection that was lost meanwhile is noticed.
  while (!(await take(runner)));
  try {
    return await work();
  } finally {
    await runner.query(`DO RELEASE_LOCK(${lock})`).catch(() => undefined);
  }
}

async function inTransaction<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  await runner.startTransaction();
  try {
    const result = await work();
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

async function take(runner: QueryRunner): Promise<boolean> {
  const [row] = (await runner.query(`SELECT GET_LOCK(${lock}, 2) AS taken`)) as {
    taken: string | number | null;
  }[];
  return Number(row?.taken) === 1;
}
