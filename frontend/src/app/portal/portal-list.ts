import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Failure } from '../api/failure';
import { readFailureWords } from '../api/failure-words';
import { shortDate } from '../ui/age-words';
import { Choice } from '../ui/choice';
import { Late } from '../ui/late';
import { Notice } from '../ui/notice';
import { SearchBox } from '../ui/search-box';
import { CATEGORIES, CATEGORY_WORDS, STATUS_WORDS } from '../ticket/words';
import { PORTAL_STATUSES, type PortalQuery } from './portal-query';
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
  readonly mineCount = input.required<number>();
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

  protected readonly statuses = PORTAL_STATUSES.map((status) => ({
    value: String(status),
    word: STATUS_WORDS[status],
  }));
  protected readonly categories = CATEGORIES.map((category) => ({
    value: String(category),
    word: CATEGORY_WORDS[category],
  }));
  protected readonly status = computed(() => String(this.query().status ?? ''));
  protected readonly category = computed(() => String(this.query().category ?? ''));
  protected readonly narrowed = computed(
    () => this.query().text !== '' || !!this.status() || !!this.category(),
  );
  protected readonly nothing = computed(
    () => this.tickets().length === 0 && this.closedOfMine().length === 0,
  );
  protected readonly problem = computed(() => {
    const failure = this.failure();
    return failure && readFailureWords(failure);
  });
  protected readonly closed = computed(() =>
    this.closedOfMine().map(({ id, closedAt }) => ({ id, on: closedAt && shortDate(new Date(closedAt)) })),
  );
  protected readonly reserved = [1, 2, 3, 4];

  protected widen(): void {
    this.narrow.emit({ q: null, status: null, category: null });
  }
}
