import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Age } from '../ui/age';
import { Words } from '../ui/words';
import { CategoryTag } from '../ticket/category-tag';
import { StatusTag } from '../ticket/status-tag';

/** One ticket in the portal's list; all of it is the link. */
@Component({
  selector: 'desk-ticket-card',
  imports: [Age, CategoryTag, MatIcon, RouterLink, StatusTag],
  templateUrl: './ticket-card.html',
  styleUrl: './ticket-card.scss',
})
export class TicketCard {
  readonly ticket = input.required<Ticket>();
  /** Whether it is marked as one of mine. */
  readonly mine = input(false);

  protected readonly words = inject(Words);
  protected readonly way = computed(() => ['/portal/tickets', String(this.ticket().id)]);
  protected readonly closed = computed(() => this.ticket().status === Status.CLOSED);
  protected readonly messages = computed(() =>
    this.words.say('portal.list.messages', { count: this.ticket().messageCount }),
  );
}
