import { afterNextRender, DOCUMENT, inject, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/** Moves focus to the heading of a page just reached, unless the page has already put it somewhere useful. */
export function focusOnArrival(): void {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  inject(Router)
    .events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
      pairwise(),
      filter(([before, after]) => before !== after),
      takeUntilDestroyed(),
    )
    .subscribe(() => {
      afterNextRender(
        () => {
          const main = document.getElementById('main');
          const placed =
            document.activeElement?.matches('textarea, input') && main?.contains(document.activeElement);
          if (!placed) {
            [...document.querySelectorAll<HTMLElement>('[deskArrival]')].at(-1)?.focus();
          }
        },
        { injector },
      );
    });
}
