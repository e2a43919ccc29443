import { CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { afterNextRender, ApplicationRef, DestroyRef, Directive, inject } from '@angular/core';
import { MatTable } from '@angular/material/table';

/**
 * Renders a table's other rows in the frame in which its viewport moves. By itself the table takes them in a frame later
 * and fills them in the one after that: for so long its rows say what stands elsewhere.
 */
@Directive({ selector: 'table[mat-table][deskAtOnce]' })
export class AtOnce {
  constructor() {
    const viewport = inject(CdkVirtualScrollViewport);
    const table = inject<MatTable<unknown>>(MatTable);
    const application = inject(ApplicationRef);
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const ranges = viewport.renderedRangeStream.subscribe((range) => {
        table.viewChange.next(range);
        // After the viewport has noted where its content goes, which it does in the next microtask.
        void Promise.resolve()
          .then(() => Promise.resolve())
          .then(() => application.tick());
      });
      destroyRef.onDestroy(() => ranges.unsubscribe());
    });
  }
}
