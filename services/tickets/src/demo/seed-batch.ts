import type { EntityManager } from 'typeorm';
import type { Message } from '../domain/ticket.ts';
import { insertRows } from '../store/bulk-insert.ts';
import { EventEntity, MessageEntity, type StoredEvent } from '../store/entities.ts';
import { toStored } from '../store/stored-event.ts';
import type { HistoryStep } from './history.ts';

/** The changes of some of a history, with their messages, to be written together. */
export class SeedBatch {
  readonly #events: StoredEvent[] = [];
  readonly #messages: Message[] = [];

  /** How many changes it holds. */
  get size(): number {
    return this.#events.length;
  }

  add({ revision, event, after, message }: HistoryStep): void {
    this.#events.push(toStored({ revision, event, before: undefined, after }));
    if (message !== undefined) this.#messages.push(message);
  }

  async insert(manager: EntityManager): Promise<void> {
    await insertRows(manager, EventEntity, this.#events);
    await insertRows(manager, MessageEntity, this.#messages);
  }
}
