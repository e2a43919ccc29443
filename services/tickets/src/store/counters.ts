import { bucketOf } from '@campus-desk/kit/duration-histogram';
import type { EntityManager } from 'typeorm';
import type { Change } from './batch.ts';
import { ClosedBucketEntity, StatusCountEntity, type ClosedBucket, type StatusCount } from './entities.ts';

/** Moves the counters by what changed, so that no report ever counts tickets. Needs the lock of the log. */
export async function moveCounters(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  const counts = new Sums<Pick<StatusCount, 'status' | 'category'>>();
  const closed = new Sums<Pick<ClosedBucket, 'month' | 'category' | 'bucket'>>();
  for (const { event, before, after } of changes) {
    if (before !== undefined) counts.add({ status: before.status, category: before.category }, -1);
    counts.add({ status: after.status, category: after.category }, 1);
    if (event.type !== 'closed') continue;
    const duration = event.at - after.openedAt;
    closed.add(
      { month: after.openingMonth, category: after.category, bucket: bucketOf(duration) },
      1,
      duration,
    );
  }
  for (const { key, count } of counts) {
    if (count === 0) continue;
    await manager.increment(StatusCountEntity, key, 'count', count);
  }
  for (const { key, count, total } of closed) {
    const { affected } = await manager
      .createQueryBuilder()
      .update(ClosedBucketEntity)
      .set({ count: () => `count + ${count}`, totalMs: () => `total_ms + ${total}` })
      .where(key)
      .execute();
    if (affected === 0) await manager.insert(ClosedBucketEntity, { ...key, count, totalMs: total });
  }
}

/** Adds up numbers by key. */
class Sums<Key extends object> {
  readonly #sums = new Map<string, { key: Key; count: number; total: number }>();

  add(key: Key, count: number, total = 0): void {
    const name = JSON.stringify(key);
    const sum = this.#sums.get(name) ?? { key, count: 0, total: 0 };
    this.#sums.set(name, { key, count: sum.count + count, total: sum.total + total });
  }

  [Symbol.iterator]() {
    return this.#sums.values();
  }
}
