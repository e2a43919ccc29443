import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Arrival } from '../ui/arrival';
import { Words } from '../ui/words';

@Component({
  selector: 'desk-not-found',
  imports: [Arrival, MatButton, RouterLink],
  template: `
    <main id="main" tabindex="-1">
      <h1 deskArrival>{{ words.say('entry.notFound.heading') }}</h1>
      <p>{{ words.say('entry.notFound.hint') }}</p>
      <a matButton="filled" routerLink="/">{{ words.say('entry.notFound.leave') }}</a>
    </main>
  `,
  styles: `
    main {
      display: grid;
      justify-items: center;
      gap: 1rem;
      padding: 5rem var(--desk-gutter);
      text-align: center;
    }

    h1 {
      font: var(--mat-sys-headline-small);
      font-weight: 600;
    }

    p {
      margin: 0;
      font: var(--mat-sys-body-large);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class NotFound {
  protected readonly words = inject(Words);
}
