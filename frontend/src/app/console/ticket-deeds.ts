import { inject, Injectable, Injector, signal } from '@angular/core';
import { Status, type Category, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import type { Word } from '../../i18n/translation';
import { toFailure, type Failure } from '../api/failure';
import { failureWords } from '../api/failure-words';
import { HELPDESK } from '../api/transport';
import { newRequestId } from '../ticket/request-id';
import { TicketStore } from '../ticket/ticket-store';
import { CATEGORY_WORDS } from '../ticket/words';
import { Words } from '../ui/words';
import { ConsoleStore } from './console-store';

const SHOWN_MS = 5_000;

type Answer = {
  ticket?: Ticket | undefined;
  revision: bigint;
};

/** What the helpdesk does with a ticket. Each deed says afterwards what happened, done or refused. */
@Injectable()
export class TicketDeeds {
  private readonly words = inject(Words);
  private readonly helpdesk = inject(HELPDESK);
  private readonly ticketStore = inject(TicketStore);
  private readonly consoleStore = inject(ConsoleStore);
  private readonly injector = inject(Injector);
  private readonly running = signal(false);

  readonly busy = this.running.asReadonly();

  activate(ticket: Ticket): Promise<void> {
    return this.do(
      () => this.helpdesk.activateTicket(written(ticket)),
      this.words.say('console.done.activated', { id: ticket.id }),
      (now) =>
        now?.status === Status.ACTIVE ? 'console.refused.alreadyTaken' : 'console.refused.alreadyClosed',
    );
  }

  close(ticket: Ticket): Promise<void> {
    return this.do(
      () => this.helpdesk.closeTicket(written(ticket)),
      this.words.say('console.done.closed', { id: ticket.id }),
      (now) => (now?.status === Status.OPEN ? 'console.refused.notTakenUp' : 'console.refused.alreadyClosed'),
    );
  }

  setCategory(ticket: Ticket, category: Category): Promise<void> {
    return this.do(
      () => this.helpdesk.assignCategory({ ...written(ticket), category }),
      this.words.say('console.done.categorySet', {
        id: ticket.id,
        category: this.words.say(CATEGORY_WORDS[category]),
      }),
      (now) =>
        now?.status === Status.CLOSED ? 'console.refused.alreadyClosed' : 'console.refused.sameCategoryTaken',
    );
  }

  /** A double press does nothing twice; a refusal is explained by the ticket as it is now. */
  private async do(
    call: () => Promise<Answer>,
    done: string,
    refused: (now: Ticket | undefined) => Word,
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
      void this.say(done);
    } catch (error) {
      await this.explain(toFailure(error), refused);
    } finally {
      this.running.set(false);
    }
  }

  private async explain(failure: Failure, refused: (now: Ticket | undefined) => Word): Promise<void> {
    if (failure.code !== Code.FailedPrecondition && failure.code !== Code.Aborted) {
      void this.say(failureWords(this.words, failure));
      return;
    }
    const ticketId = this.ticketStore.ticket()?.id ?? 0n;
    const now = await this.helpdesk.getTicket({ ticketId }).catch(() => undefined);
    if (now?.ticket) {
      this.ticketStore.put(now.ticket, now.revision);
      this.consoleStore.put(now.ticket, now.revision);
    }
    void this.say(this.words.say(refused(now?.ticket)));
  }

  /** The bar comes with the first deed: nobody needs it before. */
  private async say(sentence: string): Promise<void> {
    const { MatSnackBar } = await import('@angular/material/snack-bar');
    this.injector.get(MatSnackBar).open(sentence, undefined, { duration: SHOWN_MS, politeness: 'polite' });
  }
}

function written(ticket: Ticket) {
  return { ticketId: ticket.id, expectedVersion: ticket.version, requestId: newRequestId() };
}
