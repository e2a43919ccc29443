import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Arrival } from '../ui/arrival';
import { shortDate } from '../ui/age-words';
import { Words } from '../ui/words';

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
          {{ gone() }}
        </h1>
        <p>{{ words.say('portal.closed.hint') }}</p>
      } @else {
        <mat-icon svgIcon="search" />
        <h1 deskArrival>{{ words.say('portal.absent.heading', { number: number() }) }}</h1>
        <p>{{ words.say('portal.absent.hint') }}</p>
      }
      <a matButton="filled" routerLink="/portal">{{ words.say('portal.absent.leave') }}</a>
    </section>
  `,
  styleUrl: './no-ticket.scss',
})
export class NoTicket {
  readonly number = input.required<string>();
  /** When it was closed, as the desk wrote it; undefined for a ticket that does not exist. */
  readonly closedAt = input.required<string | undefined>();

  protected readonly words = inject(Words);
  protected readonly gone = computed(() => {
    const at = new Date(this.closedAt() ?? '');
    return Number.isNaN(at.getTime())
      ? this.words.say('portal.closed.undated')
      : this.words.say('portal.closed.on', { date: shortDate(this.words, at) });
  });
}
