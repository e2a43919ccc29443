import type { EntityManager } from 'typeorm';
import type { Classification } from '../domain/category/classifier.ts';
import type { Command } from '../domain/command.ts';
import type { Presence, PresenceReport } from '../domain/presence.ts';
import { statuses, type Status } from '../domain/status.ts';
import { classifiedText, type Side, type Ticket } from '../domain/ticket.ts';
import type { Database, Work } from '../store/database.ts';
import type { LogStep, LogTail } from '../store/log-tail.ts';
import type { PresenceBoard } from '../store/presence-board.ts';
import type { PresenceReports } from '../store/presence-reports.ts';
import { findTicket } from '../store/ticket-reads.ts';
import type { Answer } from '../store/write-request.ts';
import type { Writer } from '../store/writer.ts';
import { closed, notFound, refusalError, storeError } from './refusals.ts';

/** What the doors stand before. */
export type Desk = {
  readonly database: Database;
  readonly writer: Writer;
  readonly tail: LogTail;
  readonly presence: { readonly reports: PresenceReports; readonly board: PresenceBoard };
};

/** One of the two doors: it decides what can be seen, and whose side speaks. */
export class Door {
  /** The statuses that can be seen through it. */
  readonly visible: readonly Status[];
  readonly side: Side;
  readonly #desk: Desk;

  constructor(desk: Desk, side: Side) {
    this.#desk = desk;
    this.side = side;
    this.visible = side === 'user' ? statuses.filter((status) => status !== 'closed') : statuses;
  }

  /** Reads from one consistent picture. @throws RpcError for what the store refuses */
  async read<T>(work: Work<T>): Promise<T> {
    try {
      return await this.#desk.database.read(work);
    } catch (error) {
      throw storeError(error);
    }
  }

  /** The same for work that tells what it reads bit by bit. */
  async *stream<T>(work: (manager: EntityManager) => AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* this.#desk.database.stream(work);
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Everything that changes after a revision, as `LogTail.after` tells it. */
  async *changes(revision: number, signal: AbortSignal): AsyncGenerator<LogStep> {
    try {
      yield* this.#desk.tail.after(revision, signal);
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Who is at which ticket, as `PresenceBoard.follow` tells it. */
  presences(signal: AbortSignal): AsyncGenerator<readonly Presence[]> {
    return this.#desk.presence.board.follow(signal);
  }

  /** Takes down where somebody is. @throws RpcError for what the store refuses */
  async reportPresence(report: Omit<PresenceReport, 'side'>): Promise<void> {
    try {
      await this.#desk.presence.reports.report({ ...report, side: this.side });
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Says which category a report would get now. @throws RpcError for what the store refuses */
  async classify(description: string): Promise<Classification> {
    try {
      return await this.#desk.writer.classify(classifiedText({ title: '', description }));
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Carries out a command once. @throws RpcError when it is refused */
  async submit(requestId: string, command: Command): Promise<Answer> {
    const outcome = await this.#desk.writer
      .submit({ id: requestId.toLowerCase(), command })
      .catch((error: unknown) => {
        throw storeError(error);
      });
    if (outcome.type === 'refused') throw refusalError(outcome.refusal);
    return outcome.answer;
  }

  /** Finds a ticket that can be seen through this door. @throws RpcError NOT_FOUND */
  async find(manager: EntityManager, id: bigint): Promise<Ticket> {
    const ticketId = ticketNumber(id);
    const ticket = await findTicket(manager, ticketId);
    if (ticket === undefined) throw notFound(ticketId);
    if (ticket.closedAt !== null && this.side === 'user')
      throw closed({ type: 'closed', ticketId, side: this.side, closedAt: ticket.closedAt });
    return ticket;
  }
}

/** A ticket's number as a plain one. @throws RpcError NOT_FOUND beyond what any ticket can have */
export function ticketNumber(id: bigint): number {
  const number = Number(id);
  if (!Number.isSafeInteger(number)) throw notFound(id);
  return number;
}
