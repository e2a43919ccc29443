import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { readFailureWords } from '../api/failure-words';
import { LiveCounts } from '../api/live-counts';
import { Words } from '../ui/words';

/** The two doors, and one line on how things stand. */
@Component({
  selector: 'desk-entry-page',
  imports: [MatIcon, RouterLink],
  templateUrl: './entry-page.html',
  styleUrl: './entry-page.scss',
})
export class EntryPage {
  protected readonly words = inject(Words);
  private readonly live = inject(LiveCounts);

  protected readonly counts = computed(() => {
    const open = this.live.of(Status.OPEN);
    const active = this.live.of(Status.ACTIVE) ?? 0;
    const closed = this.live.of(Status.CLOSED) ?? 0;
    return open !== undefined && this.words.say('entry.counts', { open, active, closed });
  });
  protected readonly problem = computed(() => {
    const failure = this.live.failure();
    return failure && readFailureWords(this.words, failure);
  });

  constructor() {
    this.live.keep();
  }
}
