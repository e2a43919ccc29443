import { Component, computed, inject, input } from '@angular/core';
import type { Message, Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import { toDate } from '../api/conversions';
import { CATEGORY_WORDS, SIDE_WORDS, STATUS_WORDS } from '../ticket/words';
import { fullDate } from '../ui/age-words';
import { QrCode } from '../ui/qr-code';
import { Words } from '../ui/words';
import { addressOfTicket } from './ticket-address';

/** A ticket on paper, for whoever goes there: what is known, room to write, and the way back to it. */
@Component({
  selector: 'desk-work-order',
  imports: [QrCode],
  templateUrl: './work-order.html',
  styleUrl: './work-order.scss',
})
export class WorkOrder {
  readonly ticket = input.required<Ticket>();
  readonly messages = input.required<readonly Message[]>();

  protected readonly words = inject(Words);
  protected readonly address = computed(() => addressOfTicket(this.ticket().id));
  protected readonly facts = computed(() => {
    const { status, category, location, openedAt, activatedAt, closedAt } = this.ticket();
    const date = (at: typeof openedAt) => (at ? fullDate(this.words, toDate(at)) : '');
    const facts: { word: Word; text: string }[] = [
      { word: 'ticket.status.label', text: this.words.say(STATUS_WORDS[status]) },
      { word: 'ticket.category.label', text: this.words.say(CATEGORY_WORDS[category]) },
      { word: 'ticket.field.location', text: location },
      { word: 'ticket.date.opened', text: date(openedAt) },
      { word: 'ticket.date.activated', text: date(activatedAt) },
      { word: 'ticket.date.closed', text: date(closedAt) },
    ];
    return facts.filter(({ text }) => text !== '');
  });
  protected readonly said = computed(() =>
    this.messages().map(({ id, authorName, side, sentAt, body }) => ({
      id,
      who: authorName || this.words.say(SIDE_WORDS[side]),
      when: sentAt ? fullDate(this.words, toDate(sentAt)) : '',
      body,
    })),
  );
  protected readonly lines = Array.from({ length: 8 }, (_, index) => index);
}
