import type { CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import type { Range } from './read-list';

/** Scrolls a table whose rows are all as high, below a head that stays. Heights are in pixels. */
export class RowScroll {
  constructor(
    private readonly viewport: () => CdkVirtualScrollViewport,
    private readonly rowHeight: () => number,
    private readonly headHeight: number,
  ) {}

  /** From where to where the rows are in sight, as fractions of rows. */
  inSight(): Range {
    const start = this.viewport().measureScrollOffset() / this.rowHeight();
    const height = this.viewport().getViewportSize() - this.headHeight;
    return { start, end: start + height / this.rowHeight() };
  }

  bringIntoSight(index: number): void {
    const { start, end } = this.inSight();
    if (index < start) {
      this.to(index);
    } else if (index + 1 > end) {
      this.to(index + 1 - (end - start));
    }
  }

  /** When all rows have become higher or lower, the chosen one, or else the first in sight, stays where it was. */
  keepInPlace(chosen: number | undefined, heightBefore: number): void {
    const offset = this.viewport().measureScrollOffset();
    const first = offset / heightBefore;
    const last = first + this.viewport().getViewportSize() / heightBefore;
    const anchor = chosen !== undefined && chosen >= first && chosen < last ? chosen : Math.floor(first);
    this.viewport().scrollToOffset(offset + anchor * (this.rowHeight() - heightBefore));
  }

  to(row: number): void {
    this.viewport().scrollToOffset(row * this.rowHeight());
  }
}
