import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Side, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { parseTicketId, toDate } from '../api/conversions';
import { readFailureWords } from '../api/failure-words';
import { Arrival } from '../ui/arrival';
import { shortDate } from '../ui/age-words';
import { Late } from '../ui/late';
import { PageTitle } from '../ui/page-title';
import { CategoryReason } from '../ticket/category-reason';
import { CategoryTag } from '../ticket/category-tag';
import { Conversation } from '../ticket/conversation';
import { History } from '../ticket/history';
import { MessageComposer } from '../ticket/message-composer';
import { saysMore } from '../ticket/says-more';
import { StatusTag } from '../ticket/status-tag';
import { TicketDates } from '../ticket/ticket-dates';
import { TicketStore } from '../ticket/ticket-store';
import { NoTicket } from './no-ticket';
import { TextEditor } from './text-editor';
import { UnsentMessage } from './unsent-message';

/** One ticket from the user's side. */
@Component({
  selector: 'desk-portal-ticket-page',
  imports: [
    Arrival,
    CategoryReason,
    CategoryTag,
    Conversation,
    History,
    Late,
    MatButton,
    MatIcon,
    MessageComposer,
    NoTicket,
    RouterLink,
    StatusTag,
    TextEditor,
    TicketDates,
    UnsentMessage,
  ],
  providers: [TicketStore],
  templateUrl: './portal-ticket-page.html',
  styleUrl: './portal-ticket-page.scss',
})
export class PortalTicketPage {
  readonly id = input.required<string>();

  protected readonly store = inject(TicketStore);
  private readonly title = inject(PageTitle);

  protected readonly user = Side.USER;
  protected readonly saysMore = saysMore;
  protected readonly ticketId = computed(() => parseTicketId(this.id()));
  protected readonly editing = linkedSignal({ source: this.id, computation: () => false });
  /** Why there is nothing to show, when the number itself is the reason. */
  protected readonly absent = computed(() => {
    const failure = this.store.failure();
    return this.ticketId() === undefined || failure?.code === Code.NotFound;
  });
  protected readonly closedAt = computed(() => {
    const failure = this.store.failure();
    return failure?.reason === 'TICKET_CLOSED' ? (failure.facts.closed_at ?? '') : undefined;
  });
  protected readonly problem = computed(() => {
    const failure = this.store.failure();
    return failure && !this.absent() ? readFailureWords(failure) : '';
  });
  protected readonly closedOn = computed(() => {
    const at = this.store.ticket()?.closedAt;
    return at ? shortDate(toDate(at)) : '';
  });

  constructor() {
    effect(() => {
      const id = this.ticketId();
      if (id !== undefined) {
        untracked(() => this.store.show(id));
      }
    });
    effect(() => {
      const ticket = this.store.ticket();
      this.title.show(ticket ? `#${ticket.id} ${ticket.title}` : `#${this.id()}`);
    });
  }

  protected saved({ ticket, revision }: { ticket: Ticket; revision: bigint }): void {
    this.store.put(ticket, revision);
    this.editing.set(false);
  }
}
