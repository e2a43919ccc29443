import { Component, computed, input } from '@angular/core';
import type { Message, Side } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { toDate } from '../api/conversions';
import { dayWords, fullDate, hourAndMinute } from '../ui/age-words';
import { SIDE_WORDS } from './words';

/** The messages under a ticket as two sides, day by day. */
@Component({
  selector: 'desk-conversation',
  templateUrl: './conversation.html',
  styleUrl: './conversation.scss',
})
export class Conversation {
  readonly messages = input.required<readonly Message[]>();
  /** The side that this page is on; its messages stand on the right. */
  readonly ownSide = input.required<Side>();
  readonly empty = input.required<string>();

  protected readonly lines = computed(() => {
    let day = '';
    return this.messages().map((message) => {
      const sent = message.sentAt ? toDate(message.sentAt) : undefined;
      const messageDay = sent ? dayWords(sent) : '';
      const newDay = messageDay !== day ? messageDay : '';
      day = messageDay;
      return {
        message,
        newDay,
        own: message.side === this.ownSide(),
        who: message.authorName || SIDE_WORDS[message.side],
        role: message.authorName ? SIDE_WORDS[message.side] : '',
        iso: sent?.toISOString() ?? '',
        time: sent ? hourAndMinute(sent) : '',
        full: sent ? fullDate(sent) : '',
      };
    });
  });
}
