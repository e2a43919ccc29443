import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { setTimeout as delay } from 'node:timers/promises';
import { In, type EntityManager, type EntitySchema, type ObjectLiteral } from 'typeorm';
import type { Classification } from '../domain/category/classifier.ts';
import type { Learner } from '../domain/category/learning-classifier.ts';
import { moveAttention } from './attention.ts';
import { decideBatch, type Batch, type Change } from './batch.ts';
import { moveCounters } from './counters.ts';
import type { Database } from './database.ts';
import { moveFlow } from './day-flow.ts';
import { EventEntity, FeedHeadEntity, MessageEntity, RequestEntity, TicketEntity } from './entities.ts';
import { isConnectionLoss } from './failure.ts';
import { lockHead, readHead } from './head.ts';
import { LessonFollower } from './lessons.ts';
import { batchSizes, refusedWrites, waitingWrites } from './log-metrics.ts';
import { toStored } from './stored-event.ts';
import { moveTerms } from './term-index.ts';
import type { Outcome, WriteRequest } from './write-request.ts';

/** How many writes one transaction carries at most. */
const batchSize = 100;

/** How many writes may wait; more are refused as overload. */
const queueSize = 2_000;

/** How often a batch is tried when the connection is lost; request ids make trying again safe. */
const tries = 3;

/** How long to wait before the second try, in milliseconds; longer before each later one. */
const pause = 50;

/** More writes wait than the desk can take on. */
export class OverloadError extends Error {
  override readonly name = 'OverloadError';
}

/** What the writer's decisions rest on, and whom it tells. */
export type WriterOptions = {
  /** Finds categories; the writer teaches it what staff say. */
  readonly classifier: Learner;
  /** Its months and days are those of the campus. */
  readonly calendar: CampusCalendar;
  /** Now, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: () => number;
  /** Told of the log's revision after each commit. */
  readonly committed?: (revision: number) => void;
};

type Waiting = WriteRequest & { settle: (outcome: Outcome) => void; fail: (error: unknown) => void };

/**
 * Writes the log of changes, and with it, in the same transaction, all that is read: tickets, messages, counters,
 * search terms. Commands that arrive while a transaction commits are written together by the next one.
 */
export class Writer {
  readonly #database: Database;
  readonly #options: WriterOptions;
  readonly #lessons: LessonFollower;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(database: Database, options: WriterOptions) {
    this.#database = database;
    this.#options = options;
    this.#lessons = new LessonFollower(options.classifier);
  }

  /** Learns what staff taught so far; else whoever comes first waits for it. */
  async prepare(): Promise<void> {
    await this.#database.read(async (manager) => this.#lessons.catchUp(manager, await readHead(manager)));
  }

  /** Classifies the text of a ticket as if it were reported now. */
  async classify(text: string): Promise<Classification> {
    await this.prepare();
    return this.#options.classifier.classify(text);
  }

  /**
   * Carries out a command once, however often its request is sent.
   * @throws OverloadError when too many writes wait; whatever the database throws when it is out of reach
   */
  submit(request: WriteRequest): Promise<Outcome> {
    if (this.#waiting.length >= queueSize) {
      refusedWrites.add(1);
      return Promise.reject(new OverloadError('too many writes wait'));
    }
    return new Promise((settle, fail) => {
      this.#waiting.push({ ...request, settle, fail });
      waitingWrites.add(1);
      this.#running ??= this.#run();
    });
  }

  /** Waits until all that was submitted is settled. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const writes = this.#waiting.splice(0, batchSize);
      waitingWrites.add(-writes.length);
      await this.#settle(writes);
    }
    // At once: a write submitted before a later step noticed would wait forever.
    this.#running = undefined;
  }

  async #settle(writes: readonly Waiting[]): Promise<void> {
    try {
      const { outcomes, head } = await this.#write(writes);
      batchSizes.record(writes.length);
      writes.forEach(({ settle }, index) => settle(outcomes[index]!));
      this.#options.committed?.(head.revision);
    } catch (error) {
      if (writes.length === 1 || isConnectionLoss(error)) for (const { fail } of writes) fail(error);
      // One write that the database cannot take must not fail its neighbours.
      else for (const write of writes) await this.#settle([write]);
    }
  }

  async #write(writes: readonly WriteRequest[]): Promise<Batch> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#database.write((manager) => this.#transact(manager, writes));
      } catch (error) {
        if (attempt === tries || !isConnectionLoss(error)) throw error;
        await delay(pause * attempt);
      }
    }
  }

  async #transact(manager: EntityManager, writes: readonly WriteRequest[]): Promise<Batch> {
    const head = await lockHead(manager);
    const requests = await manager.findBy(RequestEntity, { id: In(writes.map(({ id }) => id)) });
    const ids = writes.flatMap(({ command }) => ('ticketId' in command ? [command.ticketId] : []));
    const tickets = ids.length === 0 ? [] : await manager.findBy(TicketEntity, { id: In([...new Set(ids)]) });
    if (writes.some(({ command: { type } }) => type === 'create-ticket' || type === 'update-ticket'))
      await this.#lessons.catchUp(manager, head);
    const { calendar, classifier, clock } = this.#options;
    const { classify } = classifier;
    const monthOf = (time: number) => calendar.monthAt(time).name;
    const batch = decideBatch(writes, { head, tickets, requests }, { monthOf, classify, now: clock() });
    await insert(manager, RequestEntity, batch.requests);
    if (batch.changes.length === 0) return batch;
    await saveTickets(manager, batch.changes);
    await insert(manager, EventEntity, batch.changes.map(toStored));
    await insert(manager, MessageEntity, batch.messages);
    await moveTerms(manager, batch.changes, batch.messages);
    await moveCounters(manager, batch.changes);
    const attention = await moveAttention(manager, batch.head, batch.changes);
    const flowRevision = await moveFlow(manager, batch.head, calendar);
    await manager.update(FeedHeadEntity, { id: 1 }, { ...batch.head, ...attention, flowRevision });
    return batch;
  }
}

async function saveTickets(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  const opened = new Set(changes.filter(({ before }) => before === undefined).map(({ after }) => after.id));
  const latest = new Map(changes.map(({ after }) => [after.id, after]));
  await insert(
    manager,
    TicketEntity,
    [...latest.values()].filter(({ id }) => opened.has(id)),
  );
  for (const ticket of latest.values())
    if (!opened.has(ticket.id)) await manager.update(TicketEntity, { id: ticket.id }, ticket);
}

async function insert<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values([...rows])
    .updateEntity(false)
    .execute();
}
