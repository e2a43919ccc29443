import { Component, computed, inject, input } from '@angular/core';
import { CategorySource, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Words } from '../ui/words';
import { isUnsure } from './category-tag';

/** Why a ticket has its category: the deciding words, or who decided. */
@Component({
  selector: 'desk-category-reason',
  template: `
    @if (byStaff()) {
      {{ words.say('ticket.reason.staff') }}
    } @else if (deciding().length > 0) {
      {{ words.say('ticket.reason.words') }}
      @for (word of deciding(); track word) {
        <q>{{ word }}</q>{{ $last ? '' : ', ' }}
      }
      @if (unsure()) {
        <span>{{ words.say('ticket.reason.unsure') }}</span>
      }
    } @else {
      {{ words.say('ticket.reason.guess') }}
    }
  `,
  styles: `
    :host {
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class CategoryReason {
  readonly ticket = input.required<Pick<Ticket, 'categorySource' | 'categoryConfidence' | 'categoryWords'>>();

  protected readonly words = inject(Words);
  protected readonly byStaff = computed(() => this.ticket().categorySource === CategorySource.STAFF);
  protected readonly deciding = computed(() => this.ticket().categoryWords.slice(0, 4));
  protected readonly unsure = computed(() => isUnsure(this.ticket()));
}
