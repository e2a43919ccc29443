import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { LiveTickets } from '../api/live-tickets';
import { Others } from './others';

/** Who else is at the ticket of the panel, without names; screen readers hear it politely. */
@Component({
  selector: 'desk-presence-line',
  imports: [MatIcon],
  template: `
    <div role="status">
      @for (sentence of others().sentences; track sentence) {
        <p><mat-icon [svgIcon]="others().writing && $first ? 'writing' : 'viewing'" />{{ sentence }}</p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: 0.375rem;
      margin: 0.375rem 0 0;
      color: var(--mat-sys-tertiary);
    }

    mat-icon {
      flex: none;
      width: 1.125rem;
      height: 1.125rem;
    }
  `,
})
export class PresenceLine {
  readonly ticketId = input.required<bigint>();

  private readonly live = inject(LiveTickets);
  private readonly people = inject(Others);
  protected readonly others = computed(() => this.people.at(this.live.presences().get(this.ticketId())));
}
