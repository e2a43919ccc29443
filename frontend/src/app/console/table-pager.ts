import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { StreamState } from '../api/stream';
import { STREAM_WORDS } from '../ui/stream-words';
import { Words } from '../ui/words';
import { PAGE_SIZES } from './console-query';

/** Forward and back through the pages of a list that knows only its next page. */
@Component({
  selector: 'desk-table-pager',
  imports: [MatIcon, MatIconButton],
  template: `
    <nav class="numbers" [attr.aria-label]="words.say('console.pager.label')">
      <label>
        {{ words.say('console.pager.rows') }}
        <select #size [value]="pageSize()" (change)="chooseSize.emit(+size.value)">
          @for (choice of sizes; track choice) {
            <option [value]="choice" [selected]="choice === pageSize()">{{ choice }}</option>
          }
        </select>
      </label>
      <span class="state" [class]="state()" role="status">{{ words.say(stateWords[state()]) }}</span>
      <span role="status">{{ range() }}</span>
      <button
        matIconButton
        disabledInteractive
        type="button"
        [attr.aria-label]="words.say('console.pager.previous')"
        [disabled]="pageNumber() === 1"
        (click)="previous.emit()"
      >
        <mat-icon svgIcon="previous" />
      </button>
      <button
        matIconButton
        disabledInteractive
        type="button"
        [attr.aria-label]="words.say('console.pager.next')"
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

  protected readonly words = inject(Words);
  protected readonly stateWords = STREAM_WORDS;
  protected readonly sizes = PAGE_SIZES;
  protected readonly range = computed(() => {
    const before = (this.pageNumber() - 1) * this.pageSize();
    const last = before + this.shown();
    const first = Math.min(before + 1, last);
    const total = this.total();
    return total === undefined
      ? this.words.say('console.pager.range', { shown: this.shown(), first, last })
      : this.words.say('console.pager.rangeOf', {
          shown: this.shown(),
          first,
          last,
          total: Math.max(total, last),
        });
  });
}
