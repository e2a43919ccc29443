import { Component, computed, input } from '@angular/core';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Age } from '../ui/age';

/** When what happened to a ticket, as far as it has. */
@Component({
  selector: 'desk-ticket-dates',
  imports: [Age],
  template: `
    <dl class="numbers">
      @for (date of dates(); track date.word) {
        @if (date.at; as at) {
          <div>
            <dt>{{ date.word }}</dt>
            <dd><desk-age [at]="at" /></dd>
          </div>
        }
      }
    </dl>
  `,
  styles: `
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem 2rem;
      margin: 0;
    }

    dt {
      font: var(--mat-sys-label-medium);
      color: var(--mat-sys-on-surface-variant);
    }

    dd {
      margin: 0.125rem 0 0;
      font: var(--mat-sys-body-medium);
    }
  `,
})
export class TicketDates {
  readonly ticket = input.required<Ticket>();

  protected readonly dates = computed(() => {
    const { openedAt, modifiedAt, activatedAt, closedAt, version } = this.ticket();
    return [
      { word: 'Opened', at: openedAt },
      { word: 'Taken up', at: activatedAt },
      { word: 'Closed', at: closedAt },
      { word: 'Last modified', at: version > 1 ? modifiedAt : undefined },
    ];
  });
}
