import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { toFailure } from '../api/failure';
import { failureWords } from '../api/failure-words';
import { PORTAL } from '../api/transport';
import type { EarlierVersion } from '../ticket/history';
import { newRequestId } from '../ticket/request-id';
import { TicketStore } from '../ticket/ticket-store';
import { Words } from '../ui/words';
import { textsOf } from './text-edit';

const SHOWN_MS = 8_000;

/** Brings a text of a ticket back as it once was, says so, and takes that back as well. Whatever it replaces stays in the history. */
@Injectable()
export class EarlierText {
  private readonly words = inject(Words);
  private readonly portal = inject(PORTAL);
  private readonly store = inject(TicketStore);
  private readonly snackBar = inject(MatSnackBar);

  /** @param ticket as it was before the eyes of whoever pressed: nobody else's newer text is overwritten */
  async bringBack(ticket: Ticket, { field, text }: EarlierVersion): Promise<void> {
    const replaced = { field, text: textsOf(ticket)[field] };
    const now = await this.write(ticket, { field, text });
    if (now) {
      this.say(this.words.say('portal.broughtBack.done'), () => void this.undo(now, replaced));
    }
  }

  private async undo(ticket: Ticket, replaced: EarlierVersion): Promise<void> {
    if (await this.write(ticket, replaced)) {
      this.say(this.words.say('portal.broughtBack.undone'));
    }
  }

  private async write(ticket: Ticket, { field, text }: EarlierVersion): Promise<Ticket | undefined> {
    try {
      const answer = await this.portal.updateTicket({
        ticketId: ticket.id,
        [field]: text,
        expectedVersion: ticket.version,
        requestId: newRequestId(),
      });
      if (answer.ticket) {
        this.store.put(answer.ticket, answer.revision);
      }
      return answer.ticket;
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === Code.Aborted) {
        this.store.reload();
      }
      this.say(failureWords(this.words, failure));
      return undefined;
    }
  }

  private say(sentence: string, undo?: () => void): void {
    const action = undo && this.words.say('portal.broughtBack.undo');
    const shown = this.snackBar.open(sentence, action, { duration: SHOWN_MS, politeness: 'polite' });
    if (undo) {
      shown.onAction().subscribe(undo);
    }
  }
}
