import type { EntityManager } from 'typeorm';
import { FeedHeadEntity, type FeedHead } from './entities.ts';

/** Reads where the log ends. */
export function readHead(manager: EntityManager): Promise<FeedHead> {
  return manager.findOneByOrFail(FeedHeadEntity, { id: 1 });
}

/**
 * Takes the lock that all writers stand in line for. It comes before any other read of the transaction: under
 * REPEATABLE READ the first read fixes the picture, which must hold all that earlier writers committed.
 */
export async function lockHead(manager: EntityManager): Promise<FeedHead> {
  await manager.query('UPDATE feed_head SET revision = revision WHERE id = 1');
  return readHead(manager);
}
