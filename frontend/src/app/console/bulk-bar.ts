import { Component, computed, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { CATEGORIES, CATEGORY_WORDS } from '../ticket/words';
import { Choice } from '../ui/choice';
import { Dialogs } from '../ui/dialogs';
import { Words } from '../ui/words';
import { BulkRun } from './bulk-run';
import { ConsoleStore } from './console-store';
import type { Deed } from './deed';
import { Selection } from './selection';
import { TicketExport } from './ticket-export';

/** What can be done with all selected tickets. */
@Component({
  selector: 'desk-bulk-bar',
  imports: [Choice, MatButton, MatIcon],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
})
export class BulkBar {
  /** Nothing is to be selected any more. */
  readonly unselect = output();

  protected readonly words = inject(Words);
  protected readonly selection = inject(Selection);
  protected readonly run = inject(BulkRun);
  protected readonly export = inject(TicketExport);
  private readonly store = inject(ConsoleStore);
  private readonly dialogs = inject(Dialogs);

  protected readonly categories = computed(() =>
    CATEGORIES.map((category) => ({
      value: String(category),
      word: this.words.say(CATEGORY_WORDS[category]),
    })),
  );

  protected activate(): void {
    this.start({ kind: 'activate' });
  }

  protected async close(): Promise<void> {
    const data = this.selection.count();
    const load = () => import('./confirm-closing').then((m) => m.ConfirmClosing);
    const ask = () => this.dialogs.open<boolean>(load, { data });
    if (!this.run.running() && (data === 1 || (await ask()))) {
      this.start({ kind: 'close' });
    }
  }

  protected categorise(value: string): void {
    const category = CATEGORIES.find((known) => String(known) === value);
    if (category !== undefined) {
      this.start({ kind: 'category', category });
    }
  }

  protected save(): void {
    void this.export.saveTickets([...this.selection.ids()]);
  }

  private start(deed: Deed): void {
    const ids = [...this.selection.ids()];
    const seen = ids.flatMap((id) => this.store.rowOf(id)?.ticket ?? []);
    void this.run.start(deed, ids, new Map(seen.map((ticket) => [ticket.id, ticket])));
  }
}
