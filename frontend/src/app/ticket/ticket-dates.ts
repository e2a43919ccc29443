import { Component, computed, inject, input } from '@angular/core';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import { Age } from '../ui/age';
import { Words } from '../ui/words';

/** When what happened to a ticket, as far as it has. */
@Component({
  selector: 'desk-ticket-dates',
  imports: [Age],
  template: `
    <dl class="numbers">
      @for (date of dates(); track date.word) {
        @if (date.at; as at) {
          <div>
            <dt>{{ words.say(date.word) }}</dt>
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

  protected readonly words = inject(Words);
  protected readonly dates = computed((): { word: Word; at: Timestamp | undefined }[] => {
    const { openedAt, modifiedAt, activatedAt, closedAt, version } = this.ticket();
    return [
      { word: 'ticket.date.opened', at: openedAt },
      { word: 'ticket.date.activated', at: activatedAt },
      { word: 'ticket.date.closed', at: closedAt },
      { word: 'ticket.date.modified', at: version > 1 ? modifiedAt : undefined },
    ];
  });
}
