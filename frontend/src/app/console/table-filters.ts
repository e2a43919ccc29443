import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { UNCLOSED } from '../ticket/list-address';
import { CATEGORIES, CATEGORY_WORDS, STATUS_WORDS, STATUSES } from '../ticket/words';
import { Choice } from '../ui/choice';
import { SHORT_LIMIT } from '../ui/text-bounds';
import { Words } from '../ui/words';
import { isNarrowed, OPENED, type ConsoleQuery } from './console-query';
import { beginningOf, dayAt } from './day-span';

/** Stands among the times for two dates of one's own. */
const DATES = 'dates';

/** What narrows the table beside words: status, category, time and place. */
@Component({
  selector: 'desk-table-filters',
  imports: [Choice, MatButton, MatIcon],
  templateUrl: './table-filters.html',
  styleUrl: './table-filters.scss',
})
export class TableFilters {
  readonly query = input.required<ConsoleQuery>();
  /** The places that are known here, to choose from. */
  readonly places = input.required<() => readonly string[]>();
  readonly narrow = output<Partial<ConsoleQuery>>();

  protected readonly words = inject(Words);
  protected readonly limit = SHORT_LIMIT;
  protected readonly suggested = signal<readonly string[]>([]);
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
  protected readonly times = computed(() => [
    ...OPENED.map(({ value, word }) => ({ value, word: this.words.say(word) })),
    { value: DATES, word: this.words.say('console.tools.betweenDates') },
  ]);
  protected readonly status = computed(() => String(this.query().status ?? ''));
  protected readonly category = computed(() => String(this.query().category ?? ''));
  protected readonly narrowed = computed(() => isNarrowed(this.query()));

  protected readonly days = computed(() => {
    const { openedFrom, openedUntil } = this.query().bounds;
    return { from: dayAt(openedFrom), until: dayAt(openedUntil, 1) };
  });
  private readonly isByDays = computed(() => this.days().from !== '' || this.days().until !== '');
  /** Two dates that are still to be chosen narrow nothing, and stand in no address. */
  protected readonly showsDays = linkedSignal(() => this.isByDays());
  protected readonly opened = computed(() => (this.showsDays() ? DATES : (this.query().opened ?? '')));

  /** The times between which tickets were opened or closed, as an analysis asked for them. */
  protected readonly spans = computed(() => {
    const { openedFrom, openedUntil, closedFrom, closedUntil } = this.query().bounds;
    return [
      ...(this.isByDays() ? [] : [{ of: 'opened', from: openedFrom, until: openedUntil }]),
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

  protected chooseStatus(value: string): void {
    this.narrow.emit({
      status: value === UNCLOSED ? UNCLOSED : STATUSES.find((status) => String(status) === value),
    });
  }

  protected chooseCategory(value: string): void {
    this.narrow.emit({ category: CATEGORIES.find((category) => String(category) === value) });
  }

  protected chooseOpened(value: string): void {
    this.showsDays.set(value === DATES);
    this.narrow.emit({ opened: OPENED.find((opened) => opened.value === value)?.value, bounds: {} });
  }

  protected chooseDays(from: string, until: string): void {
    const { closedFrom, closedUntil } = this.query().bounds;
    const times = {
      openedFrom: beginningOf(from),
      openedUntil: beginningOf(until, 1),
      closedFrom,
      closedUntil,
    };
    const bounds = Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined));
    this.narrow.emit({ opened: undefined, bounds });
  }

  protected suggest(): void {
    this.suggested.set(this.places()());
  }

  /** Nothing, or a place chosen from the list, is meant at once; a place that is being typed not yet. */
  protected typedPlace(place: string): void {
    if (place === '' || this.suggested().includes(place)) {
      this.choosePlace(place);
    }
  }

  protected choosePlace(place: string): void {
    if (place.trim() !== this.query().place) {
      this.narrow.emit({ place: place.trim() });
    }
  }

  protected clear(): void {
    this.showsDays.set(false);
    this.narrow.emit({ text: '', category: undefined, opened: undefined, place: '', bounds: {} });
  }

  private timeWords(time: number | undefined): string {
    return time === undefined
      ? 'none'
      : this.words.date(new Date(time), { dateStyle: 'medium', timeStyle: 'short' });
  }
}
