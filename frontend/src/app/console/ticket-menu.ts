import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Copy } from '../ticket/copy';
import { Words } from '../ui/words';
import { hindrance } from './deed';

/** What is seldom done with a ticket: on paper, its address, and the step that it does not allow now, with the reason. */
@Component({
  selector: 'desk-ticket-menu',
  imports: [MatIcon, MatIconButton, MatMenuModule],
  template: `
    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="menu"
      [title]="words.say('console.panel.more')"
      [attr.aria-label]="words.say('console.panel.more')"
    >
      <mat-icon svgIcon="more" />
    </button>
    <mat-menu #menu>
      <button mat-menu-item type="button" (click)="print.emit()">
        <mat-icon svgIcon="print" />{{ words.say('console.panel.print') }}
      </button>
      <button mat-menu-item type="button" (click)="copy.run(address())">
        <mat-icon svgIcon="link" />{{ words.say('console.panel.copyLink') }}
      </button>
      <button mat-menu-item type="button" disabled>
        <mat-icon [svgIcon]="other().icon" />{{ other().text }}
        <span class="reason">{{ other().reason }}</span>
      </button>
    </mat-menu>
    <span class="visually-hidden" role="status">{{ copy.done() ? words.say('ticket.copied') : '' }}</span>
  `,
  styles: `
    .reason {
      display: block;
      font: var(--mat-sys-body-small);
    }
  `,
})
export class TicketMenu {
  readonly ticket = input.required<Ticket>();
  readonly print = output();

  protected readonly words = inject(Words);
  protected readonly copy = new Copy();
  protected readonly address = computed(() => new URL(location.href).origin + location.pathname);
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
}
