import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { auditTime } from 'rxjs';
import { SearchBox } from '../ui/search-box';
import { Words } from '../ui/words';
import type { ConsoleQuery } from './console-query';
import type { Column, Density } from './table-columns';
import { TableFilters } from './table-filters';
import { TableLayout } from './table-layout';

/** News may come by the thousand: who only hears of them is told no more often than this. */
const TELL_MS = 3_000;

/**
 * What narrows the table, and what has happened outside of it meanwhile. While rows are selected, what is marked
 * `tableBar` stands in its place; what is marked `tableAction` stands at its end.
 */
@Component({
  selector: 'desk-table-tools',
  imports: [MatButton, MatIcon, SearchBox, TableFilters, TableLayout],
  templateUrl: './table-tools.html',
  styleUrl: './table-tools.scss',
})
export class TableTools {
  readonly query = input.required<ConsoleQuery>();
  readonly pending = input.required<number>();
  /** How many rows are selected. */
  readonly selecting = input.required<number>();
  readonly places = input.required<() => readonly string[]>();
  readonly columns = input.required<readonly Column[]>();
  readonly density = input.required<Density>();
  readonly narrow = output<Partial<ConsoleQuery>>();
  readonly show = output();
  readonly chooseColumns = output<readonly Column[]>();
  readonly chooseDensity = output<Density>();

  private readonly searchBox = viewChild.required(SearchBox);
  protected readonly words = inject(Words);
  /** Whether the filters are unfolded where there is little room. */
  protected readonly open = signal(false);
  protected readonly told = toSignal(toObservable(this.pending).pipe(auditTime(TELL_MS)), {
    initialValue: 0,
  });
  protected readonly filterCount = computed(() => {
    const { status, category, opened, place, bounds } = this.query();
    const times = opened !== undefined || Object.keys(bounds).length > 0;
    return [status !== undefined, category !== undefined, times, place !== ''].filter(Boolean).length;
  });

  focusSearch(): void {
    this.searchBox().focus();
  }
}
