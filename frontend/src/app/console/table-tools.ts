import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Choice } from '../ui/choice';
import { SearchBox } from '../ui/search-box';
import { Words } from '../ui/words';
import { UNCLOSED } from '../ticket/list-address';
import { CATEGORIES, CATEGORY_WORDS, STATUS_WORDS, STATUSES } from '../ticket/words';
import { OPENED_WITHIN, type ConsoleQuery } from './console-query';

/** What narrows the table, and what has happened outside of it meanwhile. */
@Component({
  selector: 'desk-table-tools',
  imports: [Choice, MatButton, MatIcon, SearchBox],
  templateUrl: './table-tools.html',
  styleUrl: './table-tools.scss',
})
export class TableTools {
  readonly query = input.required<ConsoleQuery>();
  readonly pending = input.required<number>();
  readonly narrow = output<Partial<ConsoleQuery>>();
  readonly show = output();

  private readonly searchBox = viewChild.required(SearchBox);
  protected readonly words = inject(Words);
  protected readonly statuses = computed(() => [
    ...STATUSES.map((status) => ({ value: String(status), word: this.words.say(STATUS_WORDS[status]) })),
    { value: UNCLOSED, word: this.words.say('ticket.status.unclosed') },
  ]);
  protected readonly categories = computed(() =>
    CATEGORIES.map((category) => ({
      value: String(category),
      word: this.words.say(CATEGORY_WORDS[category]),
    })),
  );
  protected readonly within = computed(() =>
    OPENED_WITHIN.map(({ value, word }) => ({ value, word: this.words.say(word) })),
  );
  protected readonly status = computed(() => String(this.query().status ?? ''));
  protected readonly category = computed(() => String(this.query().category ?? ''));
  protected readonly narrowed = computed(() => {
    const { text, category, opened, bounds } = this.query();
    const isBounded = Object.keys(bounds).length > 0;
    return text !== '' || category !== undefined || opened !== undefined || isBounded;
  });

  /** The times between which tickets were opened or closed, as an analysis asked for them. */
  protected readonly spans = computed(() => {
    const { openedFrom, openedUntil, closedFrom, closedUntil } = this.query().bounds;
    return [
      { of: 'opened', from: openedFrom, until: openedUntil },
      { of: 'closed', from: closedFrom, until: closedUntil },
    ]
      .filter(({ from, until }) => from !== undefined || until !== undefined)
      .map(({ of, from, until }) =>
        this.words.say('console.tools.span', {
          of,
          from: this.timeWords(from),
          until: this.timeWords(until),
        }),
      );
  });

  focusSearch(): void {
    this.searchBox().focus();
  }

  protected chooseStatus(value: string): void {
    this.narrow.emit({
      status: value === UNCLOSED ? UNCLOSED : STATUSES.find((status) => String(status) === value),
    });
  }

  protected chooseCategory(value: string): void {
    this.narrow.emit({ category: CATEGORIES.find((category) => String(category) === value) });
  }

  protected chooseOpened(value: string): void {
    this.narrow.emit({ opened: OPENED_WITHIN.find((within) => within.value === value)?.value, bounds: {} });
  }

  protected clear(): void {
    this.narrow.emit({ text: '', category: undefined, opened: undefined, bounds: {} });
  }

  private timeWords(time: number | undefined): string {
    return time === undefined
      ? 'none'
      : this.words.date(new Date(time), { dateStyle: 'medium', timeStyle: 'short' });
  }
}
