import { Component, computed, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Choice } from '../ui/choice';
import { SearchBox } from '../ui/search-box';
import { CATEGORIES, CATEGORY_WORDS, STATUS_WORDS, STATUSES } from '../ticket/words';
import { OPENED_WITHIN, type ConsoleQuery } from './console-query';

/** What narrows the table, and what has happened outside of it meanwhile. */
@Component({
  selector: 'desk-table-tools',
  imports: [Choice, MatButton, SearchBox],
  templateUrl: './table-tools.html',
  styleUrl: './table-tools.scss',
})
export class TableTools {
  readonly query = input.required<ConsoleQuery>();
  readonly pending = input.required<number>();
  readonly narrow = output<Partial<ConsoleQuery>>();
  readonly show = output();

  private readonly searchBox = viewChild.required(SearchBox);
  protected readonly statuses = STATUSES.map((status) => ({
    value: String(status),
    word: STATUS_WORDS[status],
  }));
  protected readonly categories = CATEGORIES.map((category) => ({
    value: String(category),
    word: CATEGORY_WORDS[category],
  }));
  protected readonly within = OPENED_WITHIN;
  protected readonly status = computed(() => String(this.query().status ?? ''));
  protected readonly category = computed(() => String(this.query().category ?? ''));
  protected readonly narrowed = computed(() => {
    const { text, category, opened } = this.query();
    return text !== '' || category !== undefined || opened !== undefined;
  });

  focusSearch(): void {
    this.searchBox().focus();
  }

  protected chooseStatus(value: string): void {
    this.narrow.emit({ status: STATUSES.find((status) => String(status) === value) });
  }

  protected chooseCategory(value: string): void {
    this.narrow.emit({ category: CATEGORIES.find((category) => String(category) === value) });
  }

  protected chooseOpened(value: string): void {
    this.narrow.emit({ opened: OPENED_WITHIN.find((within) => within.value === value)?.value });
  }

  protected clear(): void {
    this.narrow.emit({ text: '', category: undefined, opened: undefined });
  }
}
