import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Copy } from '../ticket/copy';
import { Words } from '../ui/words';
import { hindrance } from './deed';
import { addressOfTicket } from './ticket-address';

/** What is seldom done with a ticket: on paper, its address, and the step that it does not allow now, with the reason. */
@Component({
  selector: 'desk-ticket-menu',
  imports: [MatIcon, MatIconButton],
  template: `
    <button
      matIconButton
      type="button"
      popovertarget="desk-ticket-menu"
      [title]="words.say('console.panel.more')"
      [attr.aria-label]="words.say('console.panel.more')"
    >
      <mat-icon svgIcon="more" />
    </button>
    <div #menu popover id="desk-ticket-menu" (toggle)="open = $event.newState === 'open'">
      <button type="button" (click)="menu.hidePopover(); print.emit()">
        <mat-icon svgIcon="print" />{{ words.say('console.panel.print') }}
      </button>
      <button type="button" (click)="menu.hidePopover(); copy.run(address())">
        <mat-icon svgIcon="link" />{{ words.say('console.panel.copyLink') }}
      </button>
      <button type="button" aria-disabled="true">
        <mat-icon [svgIcon]="other().icon" />
        <span
          >{{ other().text }}<br /><small>{{ other().reason }}</small></span
        >
      </button>
    </div>
    <span class="visually-hidden" role="status">{{ copy.done() ? words.say('ticket.copied') : '' }}</span>
  `,
  styleUrl: './ticket-menu.scss',
  host: { '(keydown.escape)': 'leave($event)' },
})
export class TicketMenu {
  readonly ticket = input.required<Ticket>();
  readonly print = output();

  protected readonly words = inject(Words);
  protected readonly copy = new Copy();
  protected open = false;
  protected readonly address = computed(() => addressOfTicket(this.ticket().id));
  protected readonly other = computed(() => {
    const ticket = this.ticket();
    const isOpen = ticket.status === Status.OPEN;
    const reason = hindrance({ kind: isOpen ? 'close' : 'activate' }, ticket);
    return {
      icon: isOpen ? 'status-closed' : 'status-active',
      text: this.words.say(isOpen ? 'console.panel.closeTicket' : 'console.panel.activate'),
      reason: reason ? this.words.say(reason) : '',
    };
  });

  /** Closes the menu, and not the panel that it is in. */
  protected leave(event: Event): void {
    if (this.open) {
      event.stopPropagation();
    }
  }
}
