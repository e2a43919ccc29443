import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Arrival } from '../ui/arrival';
import { shortDate } from '../ui/age-words';

/** What stands where a ticket would: it was closed, or there never was one with this number. */
@Component({
  selector: 'desk-no-ticket',
  imports: [Arrival, MatButton, MatIcon, RouterLink],
  template: `
    <section>
      @if (closedAt() !== undefined) {
        <mat-icon svgIcon="status-closed" />
        <h1 deskArrival>
          <span class="numbers">#{{ number() }}</span>
          {{ closedOn() ? 'was closed on ' + closedOn() : 'is closed' }}
        </h1>
        <p>
          The helpdesk has finished its work on it, so it is no longer shown here. If the problem is back,
          please report it again.
        </p>
      } @else {
        <mat-icon svgIcon="search" />
        <h1 deskArrival>There is no ticket #{{ number() }}</h1>
        <p>Perhaps the number has a digit too many or too few. All open reports are in the list.</p>
      }
      <a matButton="filled" routerLink="/portal">Go to the portal</a>
    </section>
  `,
  styleUrl: './no-ticket.scss',
})
export class NoTicket {
  readonly number = input.required<string>();
  /** When it was closed, as the desk wrote it; undefined for a ticket that does not exist. */
  readonly closedAt = input.required<string | undefined>();

  protected readonly closedOn = computed(() => {
    const at = new Date(this.closedAt() ?? '');
    return Number.isNaN(at.getTime()) ? '' : shortDate(at);
  });
}
