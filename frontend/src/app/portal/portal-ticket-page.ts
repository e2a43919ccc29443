import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
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
import { Words } from '../ui/words';
import { Attendance } from '../ticket/attendance';
import { CategoryReason } from '../ticket/category-reason';
import { CategoryTag } from '../ticket/category-tag';
import { Conversation } from '../ticket/conversation';
import { History } from '../ticket/history';
import { draftKeyOf } from '../ticket/letter';
import { MessageComposer } from '../ticket/message-composer';
import { OutboxList } from '../ticket/outbox-list';
import { saysMore } from '../ticket/says-more';
import { StatusTag } from '../ticket/status-tag';
import { TicketDates } from '../ticket/ticket-dates';
import { TicketStore } from '../ticket/ticket-store';
import { UnsentMessage } from '../ticket/unsent-message';
import { EarlierText } from './earlier-text';
import { Mine } from '../ticket/mine';
import { NoTicket } from './no-ticket';
import { textsOf } from './text-edit';
import { TextEditor } from './text-editor';
import { UnsentEdit } from './unsent-edit';

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
    OutboxList,
    RouterLink,
    StatusTag,
    TextEditor,
    TicketDates,
    UnsentEdit,
    UnsentMessage,
  ],
  providers: [Attendance, EarlierText, TicketStore],
  templateUrl: './portal-ticket-page.html',
  styleUrl: './portal-ticket-page.scss',
  host: { '(input)': 'attendance.type()' },
})
export class PortalTicketPage {
  readonly id = input.required<string>();

  protected readonly words = inject(Words);
  protected readonly store = inject(TicketStore);
  protected readonly attendance = inject(Attendance);
  protected readonly earlierText = inject(EarlierText);
  private readonly mine = inject(Mine);
  private readonly title = inject(PageTitle);
  private readonly injector = inject(Injector);
  private readonly edit = viewChild<string, ElementRef<HTMLElement>>('edit', { read: ElementRef });

  protected readonly user = Side.USER;
  protected readonly saysMore = saysMore;
  protected readonly ticketId = computed(() => parseTicketId(this.id()));
  protected readonly draftKey = computed(() =>
    draftKeyOf({ kind: 'message', door: 'portal', ticketId: String(this.ticketId()) }),
  );
  protected readonly editing = linkedSignal({ source: this.id, computation: () => false });
  protected readonly followed = computed(() => this.mine.ids().some((id) => id === this.ticketId()));
  protected readonly texts = computed(() => {
    const ticket = this.store.ticket();
    return ticket && textsOf(ticket);
  });
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
    return failure && !this.absent() ? readFailureWords(this.words, failure) : '';
  });
  protected readonly closedOn = computed(() => {
    const at = this.store.ticket()?.closedAt;
    return at ? shortDate(this.words, toDate(at)) : '';
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

  protected follow(id: bigint, followed: boolean): void {
    if (followed) {
      this.mine.add(id);
    } else {
      this.mine.remove(id);
    }
  }

  protected saved({ ticket, revision }: { ticket: Ticket; revision: bigint }): void {
    this.store.put(ticket, revision);
    this.stopEditing();
  }

  /** Focus goes back to where the editing began. */
  protected stopEditing(): void {
    this.editing.set(false);
    afterNextRender(() => this.edit()?.nativeElement.focus(), { injector: this.injector });
  }
}
