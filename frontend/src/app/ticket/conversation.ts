import { afterRenderEffect, Component, computed, DOCUMENT, inject, input } from '@angular/core';
import type { Message, Side } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { toDate } from '../api/conversions';
import { dayWords, fullDate, hourAndMinute } from '../ui/age-words';
import { Words } from '../ui/words';
import { SIDE_WORDS } from './words';

/** How high a message of one or two lines is, with the space below it. */
const SHORT_MESSAGE_REM = 5;

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
  /** How many messages there are, also before they have come: their room is kept, so that little moves. */
  readonly expected = input.required<number>();
  readonly empty = input.required<string>();

  private readonly document = inject(DOCUMENT);
  protected readonly words = inject(Words);
  protected readonly reserved = computed(() => this.expected() * SHORT_MESSAGE_REM);
  protected readonly lines = computed(() => {
    let day = '';
    return this.messages().map((message) => {
      const sent = message.sentAt ? toDate(message.sentAt) : undefined;
      const messageDay = sent ? dayWords(this.words, sent) : '';
      const side = this.words.say(SIDE_WORDS[message.side]);
      const newDay = messageDay !== day ? messageDay : '';
      day = messageDay;
      return {
        message,
        newDay,
        own: message.side === this.ownSide(),
        who: message.authorName || side,
        role: message.authorName ? side : '',
        iso: sent?.toISOString() ?? '',
        time: sent ? hourAndMinute(this.words, sent) : '',
        full: sent ? fullDate(this.words, sent) : '',
      };
    });
  });

  constructor() {
    // A message that comes in pushes down what somebody is writing below: it stays in sight.
    afterRenderEffect(() => {
      this.lines();
      this.document.querySelector('textarea:focus')?.scrollIntoView({ block: 'nearest' });
    });
  }
}
