import { Component, computed, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { StreamState } from '../api/stream';
import { PAGE_SIZES } from './console-query';

/** Forward and back through the pages of a list that knows only its next page. */
@Component({
  selector: 'desk-table-pager',
  imports: [MatIcon, MatIconButton],
  template: `
    <nav class="numbers" aria-label="Pages">
      <label>
        Rows
        <select #size [value]="pageSize()" (change)="chooseSize.emit(+size.value)">
          @for (choice of sizes; track choice) {
            <option [value]="choice" [selected]="choice === pageSize()">{{ choice }}</option>
          }
        </select>
      </label>
      <span class="state" [class]="state()" role="status">{{ state() }}</span>
      <span role="status">{{ range() }}</span>
      <button
        matIconButton
        disabledInteractive
        type="button"
        aria-label="Previous page"
        [disabled]="pageNumber() === 1"
        (click)="previous.emit()"
      >
        <mat-icon svgIcon="previous" />
      </button>
      <button
        matIconButton
        disabledInteractive
        type="button"
        aria-label="Next page"
        [disabled]="!hasNext()"
        (click)="next.emit()"
      >
        <mat-icon svgIcon="next" />
      </button>
    </nav>
  `,
  styleUrl: './table-pager.scss',
})
export class TablePager {
  readonly pageNumber = input.required<number>();
  readonly pageSize = input.required<number>();
  readonly shown = input.required<number>();
  readonly hasNext = input.required<boolean>();
  /** How many there are in all, where that is known. */
  readonly total = input<number>();
  /** Whether the table changes by itself right now. */
  readonly state = input.required<StreamState>();
  readonly previous = output();
  readonly next = output();
  readonly chooseSize = output<number>();

  protected readonly sizes = PAGE_SIZES;
  protected readonly range = computed(() => {
    const before = (this.pageNumber() - 1) * this.pageSize();
    const total = this.total();
    const end = before + this.shown();
    const words =
      this.shown() === 0 ? '0' : `${(before + 1).toLocaleString('en')}–${end.toLocaleString('en')}`;
    return total === undefined ? words : `${words} of ${Math.max(total, end).toLocaleString('en')}`;
  });
}
