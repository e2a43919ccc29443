import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { LiveCounts } from '../api/live-counts';
import { Arrival } from '../ui/arrival';
import { Words } from '../ui/words';
import { Mine } from '../ticket/mine';
import { PortalList } from './portal-list';
import { toPortalQuery } from './portal-query';
import { PortalStore } from './portal-store';
import { Receipt } from './receipt';
import { ReportBox } from './report-box';

/** Where anybody reports a problem and sees how it is going. */
@Component({
  selector: 'desk-portal-page',
  imports: [Arrival, PortalList, Receipt, ReportBox],
  providers: [PortalStore],
  templateUrl: './portal-page.html',
  styleUrl: './portal-page.scss',
})
export class PortalPage {
  readonly show = input<string>();
  readonly q = input<string>();
  readonly status = input<string>();
  readonly category = input<string>();
  /** Only what is reported there. */
  readonly place = input<string>();
  /** Where the problem is that is about to be reported. */
  readonly location = input<string>();

  protected readonly words = inject(Words);
  protected readonly store = inject(PortalStore);
  protected readonly mine = inject(Mine);
  private readonly counts = inject(LiveCounts);
  private readonly router = inject(Router);

  protected readonly query = computed(() =>
    toPortalQuery({
      show: this.show(),
      q: this.q(),
      status: this.status(),
      category: this.category(),
      place: this.place(),
    }),
  );
  protected readonly all = computed(() => {
    const open = this.counts.of(Status.OPEN);
    return open === undefined ? undefined : open + (this.counts.of(Status.ACTIVE) ?? 0);
  });
  protected readonly sent = signal<Ticket | undefined>(undefined);

  constructor() {
    this.counts.keep();
    effect(() => {
      const query = this.query();
      untracked(() => this.store.ask(query));
    });
  }

  protected reported(ticket: Ticket): void {
    this.sent.set(ticket);
    this.store.put(ticket);
  }

  protected narrow(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
