import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Arrival } from '../ui/arrival';

@Component({
  selector: 'desk-not-found',
  imports: [Arrival, MatButton, RouterLink],
  template: `
    <main id="main" tabindex="-1">
      <h1 deskArrival>There is no such page</h1>
      <p>The address may have been cut off on its way to you.</p>
      <a matButton="filled" routerLink="/">Go to the entry page</a>
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
export class NotFound {}
