import { Component, computed, input } from '@angular/core';
import { CategorySource, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { isUnsure } from './category-tag';

/** Why a ticket has its category: the deciding words, or who decided. */
@Component({
  selector: 'desk-category-reason',
  template: `
    @if (byStaff()) {
      set by the helpdesk
    } @else if (words().length > 0) {
      because of
      @for (word of words(); track word) {
        <q>{{ word }}</q>{{ $last ? '' : ', ' }}
      }
      @if (unsure()) {
        <span>– the desk is not sure</span>
      }
    } @else {
      a guess: no word of the text decided
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
  readonly ticket = input.required<Ticket>();

  protected readonly byStaff = computed(() => this.ticket().categorySource === CategorySource.STAFF);
  protected readonly words = computed(() => this.ticket().categoryWords.slice(0, 4));
  protected readonly unsure = computed(() => isUnsure(this.ticket()));
}
