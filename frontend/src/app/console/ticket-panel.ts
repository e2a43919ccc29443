import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Side, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { parseTicketId } from '../api/conversions';
import { readFailureWords } from '../api/failure-words';
import { Arrival } from '../ui/arrival';
import { Late } from '../ui/late';
import { Notice } from '../ui/notice';
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
import { CategoryChoice } from './category-choice';
import { Commands } from './commands';
import { PresenceLine } from './presence-line';
import { Settled } from './settled';
import { TicketDeeds } from './ticket-deeds';
import { TicketMenu } from './ticket-menu';
import { WorkOrder } from './work-order';

/** One ticket from the helpdesk's side, beside the table. */
@Component({
  selector: 'desk-ticket-panel',
  imports: [
    Arrival,
    CategoryChoice,
    CategoryReason,
    CategoryTag,
    Conversation,
    History,
    Late,
    MatButton,
    MatIcon,
    MatIconButton,
    MessageComposer,
    Notice,
    OutboxList,
    PresenceLine,
    RouterLink,
    StatusTag,
    TicketDates,
    TicketMenu,
    UnsentMessage,
    WorkOrder,
  ],
  providers: [Attendance, TicketStore],
  templateUrl: './ticket-panel.html',
  styleUrl: './ticket-panel.scss',
  host: { '(document:keydown.escape)': 'escape($event)', '(input)': 'attendance.type()' },
})
export class TicketPanel {
  readonly id = input.required<string>();

  protected readonly words = inject(Words);
  protected readonly store = inject(TicketStore);
  protected readonly deeds = inject(TicketDeeds);
  protected readonly attendance = inject(Attendance);
  private readonly commands = inject(Commands);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly composer = viewChild(MessageComposer);

  protected readonly ticketId = computed(() => parseTicketId(this.id()));
  protected readonly draftKey = computed(() =>
    draftKeyOf({ kind: 'message', door: 'console', ticketId: String(this.ticketId()) }),
  );
  protected readonly helpdesk = Side.HELPDESK;
  protected readonly saysMore = saysMore;
  protected readonly Status = Status;
  protected readonly absent = computed(
    () => this.ticketId() === undefined || this.store.failure()?.code === Code.NotFound,
  );
  protected readonly problem = computed(() => {
    const failure = this.store.failure();
    return failure && !this.absent() ? readFailureWords(this.words, failure) : '';
  });

  /** What happened in place of what was asked for. */
  protected readonly refusal = computed(() => {
    const refusal = this.deeds.refusal();
    return refusal?.ticketId === this.ticketId() ? refusal?.sentence : undefined;
  });
  /** The next step has been what it is for long enough to be meant by a press. */
  protected readonly settled = new Settled(() => this.store.ticket()?.status);

  constructor() {
    const leave = this.commands.servePanel({
      ticket: () => this.store.ticket(),
      reply: () => this.composer()?.focus(),
      print: () => this.print(),
    });
    inject(DestroyRef).onDestroy(() => {
      leave();
      this.deeds.beside.set(undefined);
    });
    effect(() => this.deeds.beside.set(this.ticketId()));
    effect(() => {
      const latest = this.deeds.latest();
      if (latest) {
        untracked(() => this.store.put(latest.ticket, latest.revision));
      }
    });
    effect(() => {
      const composer = this.composer();
      if (composer && this.commands.replyTo() === this.store.ticket()?.id) {
        this.commands.replyTo.set(undefined);
        composer.focus();
      }
    });
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

  /** Back to the table, unless something else was meant: a menu, the search box. */
  protected escape(event: Event): void {
    const { target } = event;
    const here = target === document.body || this.host.nativeElement.contains(target as Node);
    if (here && !event.defaultPrevented) {
      void this.router.navigate(['/console'], { queryParamsHandling: 'preserve' });
    }
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  /** A deed takes its button away; focus stays in the panel. */
  protected async act(deed: () => Promise<void>): Promise<void> {
    if (!this.settled.yes()) {
      return;
    }
    await deed();
    afterNextRender(
      () => {
        if (document.activeElement === document.body) {
          this.heading().nativeElement.focus();
        }
      },
      { injector: this.injector },
    );
  }
}
