import { inject, Injectable, Injector, signal } from '@angular/core';
import type { Category, Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { isTemporary, toFailure, type Failure } from '../api/failure';
import { OwnWrites } from '../api/own-writes';
import { HELPDESK } from '../api/transport';
import { CATEGORY_WORDS } from '../ticket/words';
import { Words } from '../ui/words';
import { ConsoleStore } from './console-store';
import { hindrance, perform, type Deed } from './deed';
import { isOvertaken, refusalWords } from './refusal-words';
import { Requests } from './requests';

const SHOWN_MS = 5_000;

/** What the helpdesk does with one ticket. Each deed says afterwards what happened, done or refused. */
@Injectable()
export class TicketDeeds {
  private readonly words = inject(Words);
  private readonly helpdesk = inject(HELPDESK);
  private readonly consoleStore = inject(ConsoleStore);
  private readonly ownWrites = inject(OwnWrites);
  private readonly requests = inject(Requests);
  private readonly injector = inject(Injector);
  private readonly running = signal(false);
  private readonly last = signal<{ ticket: Ticket; revision: bigint } | undefined>(undefined);
  private readonly told = signal<{ ticketId: bigint; sentence: string } | undefined>(undefined);

  readonly busy = this.running.asReadonly();
  /** A ticket as the last deed left it, or as it was found. */
  readonly latest = this.last.asReadonly();
  /** What happened in place of the last deed, for the panel of its ticket. */
  readonly refusal = this.told.asReadonly();
  /** The ticket whose panel is open: it says there what was refused. */
  readonly beside = signal<bigint | undefined>(undefined);

  activate(ticket: Ticket): Promise<void> {
    const done = this.words.say('console.done.activated', { id: ticket.id });
    return this.do({ kind: 'activate' }, ticket, done);
  }

  close(ticket: Ticket): Promise<void> {
    const done = this.words.say('console.done.closed', { id: ticket.id });
    return this.do({ kind: 'close' }, ticket, done);
  }

  setCategory(ticket: Ticket, category: Category): Promise<void> {
    const word = this.words.say(CATEGORY_WORDS[category]);
    const done = this.words.say('console.done.categorySet', { id: ticket.id, category: word });
    return this.do({ kind: 'category', category }, ticket, done);
  }

  dismiss(): void {
    this.told.set(undefined);
  }

  /** A double press does nothing twice; a refusal is explained by the ticket as it is now. */
  private async do(deed: Deed, ticket: Ticket, done: string): Promise<void> {
    if (this.running()) {
      return;
    }
    this.dismiss();
    const reason = hindrance(deed, ticket);
    if (reason) {
      void this.say(this.words.say(reason));
      return;
    }
    this.running.set(true);
    const request = this.requests.of(deed, ticket);
    try {
      const answer = await perform(this.helpdesk, deed, request);
      this.requests.answered(deed, request);
      this.put(answer);
      void this.say(done);
    } catch (error) {
      const failure = toFailure(error);
      if (!isTemporary(failure)) {
        this.requests.answered(deed, request);
      }
      await this.explain(deed, ticket.id, failure);
    } finally {
      this.running.set(false);
    }
  }

  private async explain(deed: Deed, ticketId: bigint, failure: Failure): Promise<void> {
    const now = isOvertaken(failure)
      ? await this.helpdesk.getTicket({ ticketId }).catch(() => undefined)
      : undefined;
    if (now) {
      this.put(now);
    }
    const sentence = refusalWords(this.words, deed, failure, now?.ticket);
    if (this.beside() === ticketId) {
      this.told.set({ ticketId, sentence });
    } else {
      void this.say(sentence);
    }
  }

  private put({ ticket, revision }: { ticket?: Ticket | undefined; revision: bigint }): void {
    if (ticket) {
      this.ownWrites.note(revision);
      this.consoleStore.put(ticket, revision);
      this.last.set({ ticket, revision });
    }
  }

  /** The bar comes with the first deed: nobody needs it before. */
  private async say(sentence: string): Promise<void> {
    const { MatSnackBar } = await import('@angular/material/snack-bar');
    this.injector.get(MatSnackBar).open(sentence, undefined, { duration: SHOWN_MS, politeness: 'polite' });
  }
}
