import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ticketListParams, type TicketList } from '../ticket/list-address';
import { Words } from '../ui/words';

/** A number of an analysis that leads to the very tickets which it counts. */
@Component({
  selector: 'desk-count-link',
  imports: [RouterLink],
  template: `
    @if (count() > 0) {
      <a routerLink="/console" [queryParams]="params()">{{ words.number(count()) }}</a>
    } @else {
      {{ words.number(count()) }}
    }
  `,
  styles: `
    a {
      color: inherit;
      text-decoration: underline;
      text-decoration-color: var(--mat-sys-outline);
      text-underline-offset: 0.1875rem;

      &:hover {
        text-decoration-color: currentcolor;
      }
    }
  `,
})
export class CountLink {
  readonly count = input.required<number>();
  readonly list = input.required<Partial<TicketList>>();

  protected readonly words = inject(Words);
  protected readonly params = computed(() => ticketListParams(this.list()));
}
