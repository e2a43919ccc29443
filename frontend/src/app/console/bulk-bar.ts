import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { CATEGORIES, CATEGORY_WORDS } from '../ticket/words';
import { Choice } from '../ui/choice';
import { Dialogs } from '../ui/dialogs';
import { Words } from '../ui/words';
import { BulkRun, type Refused } from './bulk-run';
import { ConsoleStore } from './console-store';
import type { Deed } from './deed';
import { refusalWords } from './refusal-words';
import { Selection } from './selection';
import { TicketExport } from './ticket-export';

/** What can be done with all selected tickets, how far it is, and what was refused why. */
@Component({
  selector: 'desk-bulk-bar',
  imports: [Choice, MatButton, MatIcon, MatIconButton, RouterLink],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
})
export class BulkBar {
  protected readonly words = inject(Words);
  protected readonly selection = inject(Selection);
  protected readonly run = inject(BulkRun);
  private readonly export = inject(TicketExport);
  private readonly store = inject(ConsoleStore);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private readonly status = viewChild<string, ElementRef<HTMLElement>>('status', { read: ElementRef });

  protected readonly categories = computed(() =>
    CATEGORIES.map((category) => ({
      value: String(category),
      word: this.words.say(CATEGORY_WORDS[category]),
    })),
  );
  protected readonly sentence = computed(() => {
    const bulk = this.run.current();
    if (!bulk) {
      return '';
    }
    const done = bulk.done.size;
    const refused = bulk.refused.length;
    const left = bulk.total - done - refused;
    return bulk.state === 'running'
      ? this.words.say('console.bulk.progress', { done: done + refused, total: bulk.total })
      : this.words.say('console.bulk.result', { done, refused, left });
  });
  protected readonly refused = computed(() => {
    const bulk = this.run.current();
    return (bulk?.refused ?? []).map((one) => ({
      id: String(one.ticketId),
      title: one.ticket?.title ?? '',
      reason: bulk ? this.reasonOf(bulk.deed, one) : '',
    }));
  });

  constructor() {
    effect(() => {
      const done = this.run.current()?.done ?? new Set<bigint>();
      untracked(() => {
        for (const id of done) {
          if (this.selection.has(id)) {
            this.selection.toggle(id);
          }
        }
      });
    });
  }

  protected activate(): Promise<void> {
    return this.start({ kind: 'activate' });
  }

  protected async close(): Promise<void> {
    const data = this.selection.count();
    const sure = await this.dialogs.open<boolean>(
      () => import('./confirm-closing').then((m) => m.ConfirmClosing),
      { data },
    );
    if (sure) {
      await this.start({ kind: 'close' });
    }
  }

  protected categorise(value: string): void {
    const category = CATEGORIES.find((known) => String(known) === value);
    if (category !== undefined) {
      void this.start({ kind: 'category', category });
    }
  }

  protected save(): void {
    void this.export.saveTickets([...this.selection.ids()]);
  }

  private async start(deed: Deed): Promise<void> {
    const seen = new Map(this.store.rows().map(({ ticket }) => [ticket.id, ticket]));
    const running = this.run.start(deed, this.selection.ids(), seen);
    this.focusStatus();
    await running;
    this.focusStatus();
  }

  /** The buttons have gone; focus stays where it is told what happens. */
  private focusStatus(): void {
    afterNextRender(
      () => {
        const { activeElement } = document;
        if (!activeElement || activeElement === document.body) {
          this.status()?.nativeElement.focus();
        }
      },
      { injector: this.injector },
    );
  }

  private reasonOf(deed: Deed, { reason, ticket }: Refused): string {
    return 'hindrance' in reason
      ? this.words.say(reason.hindrance)
      : refusalWords(this.words, deed, reason.failure, ticket);
  }
}
