import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Words } from '../ui/words';
import { STATUS_WORDS } from './words';

const LOOK: Readonly<Record<Status, string>> = {
  [Status.UNSPECIFIED]: 'open',
  [Status.OPEN]: 'open',
  [Status.ACTIVE]: 'active',
  [Status.CLOSED]: 'closed',
};

/** Where a ticket stands: icon, word and colour, the same everywhere. */
@Component({
  selector: 'desk-status-tag',
  imports: [MatIcon],
  template: `<span [class]="look()"><mat-icon [svgIcon]="'status-' + look()" />{{ word() }}</span>`,
  styleUrl: './status-tag.scss',
})
export class StatusTag {
  readonly status = input.required<Status>();

  private readonly words = inject(Words);
  protected readonly look = computed(() => LOOK[this.status()]);
  protected readonly word = computed(() => this.words.say(STATUS_WORDS[this.status()]));
}
