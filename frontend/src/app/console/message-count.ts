import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Side, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Words } from '../ui/words';
import { isWaiting } from './belongs';

/** How many messages a ticket has, and whether it is our turn. */
@Component({
  selector: 'desk-message-count',
  imports: [MatIcon],
  template: `
    @if (ticket().messageCount > 0) {
      <span [class.waiting]="waiting()" [title]="waiting() ? words.say('console.table.waiting') : ''">
        <mat-icon [svgIcon]="waiting() ? 'waiting' : 'message'" />{{ words.number(ticket().messageCount) }}
        <span class="visually-hidden">{{ words.say(lastWord()) }}</span>
      </span>
    }
  `,
  styleUrl: './message-count.scss',
})
export class MessageCount {
  readonly ticket = input.required<Ticket>();

  protected readonly words = inject(Words);
  protected readonly waiting = computed(() => isWaiting(this.ticket()));
  protected readonly lastWord = computed(() => {
    if (this.waiting()) {
      return 'console.table.lastWaits';
    }
    return this.ticket().lastMessageSide === Side.HELPDESK
      ? 'console.table.lastFromHelpdesk'
      : 'console.table.lastFromUser';
  });
}
