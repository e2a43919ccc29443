import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { PORTAL } from '../api/transport';
import { StatusTag } from '../ticket/status-tag';
import { Age } from '../ui/age';
import { isBlank, LONG_LIMIT, overLimit, SHORT_LIMIT } from '../ui/text-bounds';
import { Words } from '../ui/words';
import { askWhenTypingPauses } from './ask-when-typing-pauses';
import { Mine } from '../ticket/mine';

/** Fewer letters say too little. */
const LEAST_LETTERS = 8;
const MOST_SHOWN = 3;

/** What others have reported about the same thing. It helps where it can: a failure shows nothing. */
@Component({
  selector: 'desk-similar-reports',
  imports: [Age, MatIcon, RouterLink, StatusTag],
  templateUrl: './similar-reports.html',
  styleUrl: './similar-reports.scss',
})
export class SimilarReports {
  readonly text = input.required<string>();
  readonly location = input.required<string>();

  protected readonly words = inject(Words);
  private readonly portal = inject(PORTAL);
  private readonly mine = inject(Mine);
  protected readonly tickets = computed(() => this.found() ?? []);
  private readonly found = askWhenTypingPauses(
    () => {
      const [text, location] = [this.text(), this.location()];
      const tooLong = overLimit(text, LONG_LIMIT) > 0 || overLimit(location, SHORT_LIMIT) > 0;
      const enough = text.trim().length >= LEAST_LETTERS && !tooLong;
      return enough ? { text, ...(!isBlank(location) && { location }) } : undefined;
    },
    async (request, signal) => {
      const { matches } = await this.portal.findSimilarTickets(request, { signal });
      return matches.flatMap(({ ticket }) => ticket ?? []).slice(0, MOST_SHOWN);
    },
  );

  /** Who has the same problem follows it on this device. */
  protected follow(ticket: Ticket): void {
    this.mine.add(ticket.id);
  }
}
