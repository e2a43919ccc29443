import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { readFailureWords } from '../api/failure-words';
import { LiveCounts } from '../api/live-counts';

/** The two doors, and one line on how things stand. */
@Component({
  selector: 'desk-entry-page',
  imports: [MatIcon, RouterLink],
  templateUrl: './entry-page.html',
  styleUrl: './entry-page.scss',
})
export class EntryPage {
  private readonly live = inject(LiveCounts);

  protected readonly counts = computed(() => {
    const open = this.live.of(Status.OPEN);
    const active = this.live.of(Status.ACTIVE);
    const closed = this.live.of(Status.CLOSED);
    return [open, active, closed].map((count) => count?.toLocaleString('en'));
  });
  protected readonly problem = computed(() => {
    const failure = this.live.failure();
    return failure && readFailureWords(failure);
  });

  constructor() {
    this.live.keep();
  }
}
