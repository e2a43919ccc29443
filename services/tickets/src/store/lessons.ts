import { In, MoreThan, type EntityManager } from 'typeorm';
import type { Learner } from '../domain/category/learning-classifier.ts';
import { mostLessons } from '../domain/category/lessons.ts';
import { teachingOf } from '../domain/teaching.ts';
import { EventEntity, TicketEntity, type FeedHead } from './entities.ts';

/**
 * Follows what staff teach by setting categories, on whichever replica: the 2,000 tickets with a category of theirs
 * that changed last.
 */
export class LessonFollower {
  readonly #classifier: Learner;
  /** The revision up to which everything is learned. */
  #revision = 0;
  /** Those who catch up wait for each other: of two at once, the one with the older picture could have the last word. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(classifier: Learner) {
    this.#classifier = classifier;
  }

  /** Learns all that was taught up to the head of the log that the transaction sees. */
  catchUp(manager: EntityManager, { revision }: Pick<FeedHead, 'revision'>): Promise<void> {
    const caughtUp = this.#last.then(() => this.#learn(manager, revision));
    this.#last = caughtUp.catch(() => undefined);
    return caughtUp;
  }

  async #learn(manager: EntityManager, revision: number): Promise<void> {
    if (revision === this.#revision) return;
    const tickets = await manager.find(TicketEntity, {
      where: { categorySource: 'staff', revision: MoreThan(this.#revision) },
      order: { revision: 'DESC' },
      take: mostLessons,
    });
    const since = await assignments(
      manager,
      tickets.map(({ id }) => id),
    );
    for (const ticket of tickets.toReversed())
      this.#classifier.learn(teachingOf(ticket, since.get(ticket.id)!));
    this.#revision = revision;
  }
}

/** The revisions at which staff last set the category of some tickets. */
async function assignments(
  manager: EntityManager,
  ticketIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(EventEntity, 'event')
    .select('event.ticketId', 'id')
    .addSelect('MAX(event.revision)', 'since')
    .where({ ticketId: In([...ticketIds]), type: 'category-assigned' })
    .groupBy('event.ticketId')
    .getRawMany<{ id: number | string; since: number | string }>();
  return new Map(rows.map(({ id, since }) => [Number(id), Number(since)]));
}
