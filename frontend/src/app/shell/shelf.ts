import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Postman, type Delivery } from '../ticket/postman';
import { Words } from '../ui/words';
import { PageUpdate } from './page-update';

/** What the page has to tell that belongs to no part of it, at its lower edge, where it moves nothing. */
@Component({
  selector: 'desk-shelf',
  imports: [MatButton, MatIcon, MatIconButton, RouterLink],
  template: `
    <div role="status">
      @for (row of arrived(); track row.delivery.requestId) {
        <div class="notice">
          <mat-icon svgIcon="done" />
          <p>{{ row.sentence }}</p>
          <a matButton [routerLink]="row.way" (click)="postman.acknowledge(row.delivery)">{{
            words.say('shell.sent.open')
          }}</a>
          <button
            matIconButton
            type="button"
            [attr.aria-label]="words.say('shell.dismiss')"
            (click)="postman.acknowledge(row.delivery)"
          >
            <mat-icon svgIcon="close" />
          </button>
        </div>
      }
      @if (update.offered(); as reason) {
        <div class="notice">
          <mat-icon svgIcon="sync" />
          <p>{{ words.say(reason === 'ready' ? 'shell.update.ready' : 'shell.update.broken') }}</p>
          <button matButton type="button" (click)="update.accept()">
            {{ words.say('shell.update.reload') }}
          </button>
          <button
            matIconButton
            type="button"
            [attr.aria-label]="words.say('shell.dismiss')"
            (click)="update.decline()"
          >
            <mat-icon svgIcon="close" />
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: './shelf.scss',
})
export class Shelf {
  protected readonly words = inject(Words);
  protected readonly postman = inject(Postman);
  protected readonly update = inject(PageUpdate);
  protected readonly arrived = computed(() =>
    this.postman.deliveries().map((delivery) => ({
      delivery,
      sentence: this.words.say(delivery.kind === 'report' ? 'shell.sent.report' : 'shell.sent.message', {
        id: delivery.ticketId,
      }),
      way: wayTo(delivery),
    })),
  );
}

function wayTo({ door, ticketId }: Delivery): string[] {
  return [door === 'portal' ? '/portal/tickets' : '/console/tickets', ticketId];
}
