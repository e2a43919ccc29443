import type { DataSource, EntityManager } from 'typeorm';

/** Tells what work reads in one consistent picture, which is let go when the last was told or nobody listens. */
export async function* streamTransaction<T>(
  source: DataSource,
  work: (manager: EntityManager) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction(source.options.type === 'mysql' ? 'REPEATABLE READ' : undefined);
    yield* work(runner.manager);
    await runner.commitTransaction();
  } finally {
    // A lost connection needs no end of its transaction, and must not hide why the work failed.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}
