import { inject, Service, signal } from '@angular/core';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { isCanceled, toFailure, type Failure } from '../api/failure';
import type { TicketFilter } from '../api/door';
import { HELPDESK } from '../api/transport';
import { CsvFile } from '../ui/csv';
import { download } from '../ui/download';
import { Words } from '../ui/words';
import { csvCells, csvHeads } from './ticket-csv';

/** For how long lines are written before the page gets its turn, in ms: less than a frame. */
const TURN_MS = 12;

/** How many tickets are asked for at a time where each is asked for. */
const AT_ONCE = 8;

export type ExportProgress = {
  readonly rows: number;
  /** How many there will be, where that is known. */
  readonly total: number | undefined;
};

/** Saves tickets as CSV, however many there are: they come as a stream and go into a file, not into the page. */
@Service()
export class TicketExport {
  private readonly helpdesk = inject(HELPDESK);
  private readonly words = inject(Words);
  private readonly reached = signal<ExportProgress | undefined>(undefined);
  private readonly problem = signal<Failure | undefined>(undefined);
  private readonly written = signal<number | undefined>(undefined);
  private running = new AbortController();

  /** How far it is, while one is made. */
  readonly progress = this.reached.asReadonly();
  /** Why the last one could not be made. */
  readonly failure = this.problem.asReadonly();
  /** How many tickets the last one holds, once it is saved. */
  readonly saved = this.written.asReadonly();

  /** All tickets that a list holds, as they are at one moment. */
  saveList(filter: TicketFilter, total: number | undefined): Promise<void> {
    return this.save(total, (signal) => this.streamed(filter, signal));
  }

  /** Some tickets by their numbers. */
  saveTickets(ids: readonly bigint[]): Promise<void> {
    return this.save(ids.length, (signal) => this.oneByOne(ids, signal));
  }

  cancel(): void {
    this.running.abort();
  }

  dismiss(): void {
    this.problem.set(undefined);
    this.written.set(undefined);
  }

  private async save(
    total: number | undefined,
    read: (signal: AbortSignal) => AsyncIterable<readonly Ticket[]>,
  ): Promise<void> {
    if (this.reached()) {
      return;
    }
    this.dismiss();
    this.running = new AbortController();
    this.reached.set({ rows: 0, total });
    try {
      const file = new CsvFile();
      const rows = await this.write(file, read(this.running.signal), total);
      download(this.fileName(), file.finish());
      this.written.set(rows);
    } catch (error) {
      if (!this.running.signal.aborted && !isCanceled(error)) {
        this.problem.set(toFailure(error));
      }
    } finally {
      this.reached.set(undefined);
    }
  }

  private async write(
    file: CsvFile,
    pages: AsyncIterable<readonly Ticket[]>,
    total: number | undefined,
  ): Promise<number> {
    let rows = 0;
    let turnBegan = performance.now();
    file.add(csvHeads(this.words));
    for await (const tickets of pages) {
      for (const ticket of tickets) {
        file.add(csvCells(this.words, ticket));
      }
      rows += tickets.length;
      if (performance.now() - turnBegan > TURN_MS) {
        this.reached.set({ rows, total });
        await turn();
        this.running.signal.throwIfAborted();
        turnBegan = performance.now();
      }
    }
    return rows;
  }

  private async *streamed(filter: TicketFilter, signal: AbortSignal): AsyncGenerator<readonly Ticket[]> {
    for await (const { tickets } of this.helpdesk.exportTickets(filter, { signal, timeoutMs: 0 })) {
      yield tickets;
    }
  }

  private async *oneByOne(ids: readonly bigint[], signal: AbortSignal): AsyncGenerator<readonly Ticket[]> {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const answers = await Promise.all(
        some.map((ticketId) => this.helpdesk.getTicket({ ticketId }, { signal })),
      );
      yield answers.flatMap(({ ticket }) => ticket ?? []);
    }
  }

  private fileName(): string {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    const stamp = local.toISOString().slice(0, 16).replace('T', ' ').replace(':', '-');
    return `${this.words.say('console.export.fileName')} ${stamp}.csv`;
  }
}

/** Lets the page draw and answer before it goes on. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
