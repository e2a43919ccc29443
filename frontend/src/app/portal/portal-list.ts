import { afterRenderEffect, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Failure } from '../api/failure';
import { readFailureWords } from '../api/failure-words';
import { shortDate } from '../ui/age-words';
import { Choice } from '../ui/choice';
import { Late } from '../ui/late';
import { Notice } from '../ui/notice';
import { SearchBox } from '../ui/search-box';
import { Words } from '../ui/words';
import { CATEGORIES, CATEGORY_NAMES, CATEGORY_WORDS, STATUS_WORDS } from '../ticket/words';
import { nameOf, narrows, PORTAL_STATUSES, type PortalQuery } from './portal-query';
import type { ClosedTicket } from './read-mine';
import { TicketCard } from './ticket-card';

/** What has been reported: mine or all, narrowed by words, status and category. */
@Component({
  selector: 'desk-portal-list',
  imports: [Choice, Late, MatButton, MatIcon, Notice, RouterLink, SearchBox, TicketCard],
  templateUrl: './portal-list.html',
  styleUrl: './portal-list.scss',
})
export class PortalList {
  readonly query = input.required<PortalQuery>();
  readonly tickets = input.required<readonly Ticket[]>();
  readonly closedOfMine = input.required<readonly ClosedTicket[]>();
  readonly mine = input.required<readonly bigint[]>();
  readonly allCount = input.required<number | undefined>();
  readonly waiting = input.required<number>();
  readonly loading = input.required<boolean>();
  readonly loadingMore = input.required<boolean>();
  readonly more = input.required<boolean>();
  readonly failure = input.required<Failure | undefined>();
  readonly narrow = output<Record<string, string | null>>();
  readonly hold = output<boolean>();
  readonly showWaiting = output();
  readonly readMore = output();
  readonly tryAgain = output();

  protected readonly words = inject(Words);
  protected readonly statuses = computed(() =>
    PORTAL_STATUSES.map((status) => ({
      value: nameOf(status) ?? '',
      word: this.words.say(STATUS_WORDS[status]),
    })),
  );
  protected readonly categories = computed(() =>
    CATEGORIES.map((category, index) => ({
      value: CATEGORY_NAMES[index] ?? '',
      word: this.words.say(CATEGORY_WORDS[category]),
    })),
  );
  protected readonly count = computed(() => {
    const count = this.allCount();
    return count === undefined ? '' : this.words.number(count);
  });
  /** The places of the tickets shown, and the one chosen. */
  protected readonly places = computed(() =>
    [...new Set([this.query().place, ...this.tickets().map(({ location }) => location)])]
      .filter(Boolean)
      .sort(new Intl.Collator(this.words.locale(), { numeric: true }).compare)
      .map((place) => ({ value: place, word: place })),
  );
  protected readonly status = computed(() => nameOf(this.query().status ?? Status.UNSPECIFIED) ?? '');
  protected readonly category = computed(
    () => CATEGORY_NAMES[CATEGORIES.findIndex((category) => category === this.query().category)] ?? '',
  );
  protected readonly narrowed = computed(() => narrows(this.query()));
  protected readonly onlyPlace = computed(
    () => !this.query().mine && this.query().place !== '' && !narrows({ ...this.query(), place: '' }),
  );
  protected readonly isMine = computed(() => new Set(this.query().mine ? [] : this.mine()));
  protected readonly nothing = computed(
    () => this.tickets().length === 0 && this.closedOfMine().length === 0,
  );
  protected readonly problem = computed(() => {
    const failure = this.failure();
    return failure && readFailureWords(this.words, failure);
  });
  protected readonly closed = computed(() =>
    this.closedOfMine().map(({ id, closedAt }) => ({
      id,
      gone: closedAt
        ? this.words.say('portal.closed.on', { date: shortDate(this.words, new Date(closedAt)) })
        : this.words.say('portal.closed.undated'),
    })),
  );
  protected readonly reserved = [1, 2, 3, 4];
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** How many stood here when more were asked for. */
  private known = Infinity;

  constructor() {
    // Focus goes on with the list: the button has moved far down, or is gone.
    afterRenderEffect(() => {
      if (this.tickets().length > this.known) {
        this.host.nativeElement.querySelectorAll<HTMLElement>('desk-ticket-card a')[this.known]?.focus();
        this.known = Infinity;
      }
    });
  }

  protected goOn(): void {
    this.known = this.tickets().length;
    this.readMore.emit();
  }

  protected widen(): void {
    this.narrow.emit({ q: null, status: null, category: null, place: null });
  }
}
