import { inject, Injectable, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Status, type Category, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { toFailure, type Failure } from '../api/failure';
import { failureWords } from '../api/failure-words';
import { HELPDESK } from '../api/transport';
import { newRequestId } from '../ticket/request-id';
import { TicketStore } from '../ticket/ticket-store';
import { CATEGORY_WORDS } from '../ticket/words';
import { ConsoleStore } from './console-store';
import { DONE_WORDS, REFUSED_WORDS } from './words';

const SHOWN_MS = 5_000;

type Answer = {
  ticket?: Ticket | undefined;
  revision: bigint;
};

/** What the helpdesk does with a ticket. Each deed says afterwards what happened, done or refused. */
@Injectable()
export class TicketDeeds {
  private readonly helpdesk = inject(HELPDESK);
  private readonly ticketStore = inject(TicketStore);
  private readonly consoleStore = inject(ConsoleStore);
  private readonly snackBar = inject(MatSnackBar);
  private readonly running = signal(false);

  readonly busy = this.running.asReadonly();

  activate(ticket: Ticket): Promise<void> {
    return this.do(
      () => this.helpdesk.activateTicket(written(ticket)),
      DONE_WORDS.activated(ticket.id),
      (now) => (now?.status === Status.ACTIVE ? REFUSED_WORDS.alreadyTaken : REFUSED_WORDS.alreadyClosed),
    );
  }

  close(ticket: Ticket): Promise<void> {
    return this.do(
      () => this.helpdesk.closeTicket(written(ticket)),
      DONE_WORDS.closed(ticket.id),
      (now) => (now?.status === Status.OPEN ? REFUSED_WORDS.notTakenUp : REFUSED_WORDS.alreadyClosed),
    );
  }

  setCategory(ticket: Ticket, category: Category): Promise<void> {
    return this.do(
      () => this.helpdesk.assignCategory({ ...written(ticket), category }),
      DONE_WORDS.categorySet(ticket.id, CATEGORY_WORDS[category]),
      (now) =>
        now?.status === Status.CLOSED ? REFUSED_WORDS.alreadyClosed : REFUSED_WORDS.sameCategoryTaken,
    );
  }

  /** A double press does nothing twice; a refusal is explained by the ticket as it is now. */
  private async do(
    call: () => Promise<Answer>,
    done: string,
    refused: (now: Ticket | undefined) => string,
  ): Promise<void> {
    if (this.running()) {
      return;
    }
    this.running.set(true);
    try {
      const { ticket, revision } = await call();
      if (ticket) {
        this.ticketStore.put(ticket, revision);
        this.consoleStore.put(ticket, revision);
      }
      this.say(done);
    } catch (error) {
      await this.explain(toFailure(error), refused);
    } finally {
      this.running.set(false);
    }
  }

  private async explain(failure: Failure, refused: (now: Ticket | undefined) => string): Promise<void> {
    if (failure.code !== Code.FailedPrecondition && failure.code !== Code.Aborted) {
      this.say(failureWords(failure));
      return;
    }
    const ticketId = this.ticketStore.ticket()?.id ?? 0n;
    const now = await this.helpdesk.getTicket({ ticketId }).catch(() => undefined);
    if (now?.ticket) {
      this.ticketStore.put(now.ticket, now.revision);
      this.consoleStore.put(now.ticket, now.revision);
    }
    this.say(refused(now?.ticket));
  }

  private say(words: string): void {
    this.snackBar.open(words, undefined, { duration: SHOWN_MS, politeness: 'polite' });
  }
}

function written(ticket: Ticket) {
  return { ticketId: ticket.id, expectedVersion: ticket.version, requestId: newRequestId() };
}
