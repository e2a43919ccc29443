import { Component, computed, inject, linkedSignal, type WritableSignal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { parseTicketId } from '../api/conversions';
import { Words } from '../ui/words';
import type { Commands } from './commands';
import { foundBy } from './palette-search';
import type { PaletteEntry } from './palette-entries';

/** What the palette is about: everything that it finds, and who opens a ticket. */
export type PaletteData = {
  readonly entries: readonly PaletteEntry[];
  /** What is typed into it; it may begin before it is there. */
  readonly typed: WritableSignal<string>;
  readonly commands: Pick<Commands, 'open' | 'search'>;
};

/** Finds by a few letters whatever can be done from here, and tickets by their number. */
@Component({
  selector: 'desk-palette',
  imports: [MatIcon],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
})
export class Palette {
  protected readonly words = inject(Words);
  private readonly data = inject<PaletteData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<Palette, PaletteEntry>>(MatDialogRef);

  protected readonly typed = this.data.typed;
  protected readonly found = computed(() => [
    ...this.ticketEntry(),
    ...foundBy(this.typed(), this.data.entries),
    ...this.searchEntry(),
  ]);
  /** Which of them Enter takes. */
  protected readonly current = linkedSignal({ source: this.found, computation: () => 0 });

  protected key(event: KeyboardEvent): void {
    const last = this.found().length - 1;
    const to = { ArrowDown: this.current() + 1, ArrowUp: this.current() - 1, PageDown: last, PageUp: 0 }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      this.current.set(to < 0 ? last : to > last ? 0 : to);
      document.getElementById(this.idOf(this.current()))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.take(this.found()[this.current()]);
    }
  }

  protected take(entry: PaletteEntry | undefined): void {
    if (entry) {
      this.dialog.close(entry);
    }
  }

  protected idOf(index: number): string {
    return `desk-palette-${index}`;
  }

  private ticketEntry(): PaletteEntry[] {
    const id = parseTicketId(this.typed().trim().replace(/^#/, ''));
    const text = this.words.say('ticket.number', { id: String(id) });
    const kind = this.words.say('console.palette.open');
    return id === undefined ? [] : [{ text, kind, icon: 'forward', run: () => this.data.commands.open(id) }];
  }

  private searchEntry(): PaletteEntry[] {
    const text = this.typed().trim();
    const kind = this.words.say('console.palette.inTexts');
    return text === '' ? [] : [{ text, kind, icon: 'search', run: () => this.data.commands.search(text) }];
  }
}
