import { inject, Injectable, Injector, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { parseTicketId } from '../api/conversions';
import { Dialogs } from '../ui/dialogs';
import { Words } from '../ui/words';
import { ConsoleStore } from './console-store';
import { commandOf, type Command } from './keys';
import { KeysKnown } from './keys-known';
import type { PaletteData } from './palette';
import type { PaletteEntry } from './palette-entries';
import { Selection } from './selection';
import { SingleKeys } from './single-keys';
import { TicketDeeds } from './ticket-deeds';

/** What the table's page does for a command. */
export type TableStage = {
  step(by: number): void;
  focusSearch(): void;
  /** The views of the table, to go to. */
  views(): readonly PaletteEntry[];
};

/** What the open panel does for a command. */
export type PanelStage = {
  ticket(): Ticket | undefined;
  reply(): void;
  print(): void;
};

/** What keys and the palette do: to the row that has focus, or else to the open ticket. */
@Injectable()
export class Commands {
  private readonly store = inject(ConsoleStore);
  private readonly selection = inject(Selection);
  private readonly deeds = inject(TicketDeeds);
  private readonly singleKeys = inject(SingleKeys);
  private readonly known = inject(KeysKnown);
  private readonly dialogs = inject(Dialogs);
  private readonly words = inject(Words);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly opened = signal<PanelStage | undefined>(undefined);
  private table: TableStage | undefined;
  /** What is typed into the palette, also while it is on its way. */
  private readonly typed = signal('');

  /** The panel beside the table, if one is open. */
  readonly panel = this.opened.asReadonly();
  /** The ticket whose panel, once it is there, begins with a reply. */
  readonly replyTo = signal<bigint | undefined>(undefined);

  serveTable(table: TableStage): void {
    this.table = table;
  }

  /** Until the returned function is called. */
  servePanel(panel: PanelStage): () => void {
    this.opened.set(panel);
    return () => this.opened.update((now) => (now === panel ? undefined : now));
  }

  key(event: KeyboardEvent): void {
    if (this.dialogs.opening) {
      event.preventDefault();
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        this.typed.update((before) => before + event.key);
      }
      return;
    }
    const command = commandOf(event, this.singleKeys.on());
    if (command) {
      event.preventDefault();
      this.run(command);
    }
  }

  run(command: Command): void {
    switch (command) {
      case 'down':
        return this.table?.step(1);
      case 'up':
        return this.table?.step(-1);
      case 'next':
        return this.openNext(1);
      case 'previous':
        return this.openNext(-1);
      case 'search':
        return this.table?.focusSearch();
      case 'help':
        return void this.showKeys();
      case 'palette':
        return void this.showPalette();
      case 'select':
      case 'activate':
      case 'close':
      case 'reply': {
        const ticket = this.subject();
        return ticket && this.runOn(ticket, command);
      }
    }
  }

  open(id: bigint): void {
    void this.router.navigate(['/console/tickets', String(id)], { queryParamsHandling: 'preserve' });
  }

  /** Looks for words in all tickets. */
  search(text: string): void {
    void this.router.navigate(['/console'], { queryParams: { q: text } });
  }

  /** The ticket that a command is about. */
  subject(): Ticket | undefined {
    const pointedAt = focusedRow();
    const row = pointedAt === undefined ? undefined : this.store.rowOf(pointedAt);
    return row?.ticket ?? this.opened()?.ticket();
  }

  async showKeys(): Promise<void> {
    this.known.note();
    await this.dialogs.open(() => import('./key-help').then((m) => m.KeyHelp));
  }

  private runOn(ticket: Ticket, command: 'select' | 'activate' | 'close' | 'reply'): void {
    switch (command) {
      case 'select':
        return this.selection.toggle(ticket.id);
      case 'activate':
        return void this.deeds.activate(ticket);
      case 'close':
        return void this.deeds.close(ticket);
      case 'reply':
        return this.reply(ticket);
    }
  }

  private reply({ id }: Ticket): void {
    const panel = this.opened();
    if (panel?.ticket()?.id === id) {
      panel.reply();
    } else {
      this.replyTo.set(id);
      this.open(id);
    }
  }

  /** Opens the next ticket of the list that still belongs to it. */
  private openNext(by: 1 | -1): void {
    const ids = this.store.ids();
    const from = this.opened()?.ticket()?.id ?? focusedRow();
    const here = from === undefined ? -1 : (this.store.indexOf(from) ?? -1);
    for (let index = here + by; index >= 0 && index < ids.length; index += by) {
      const id = ids[index]!;
      if (!this.store.rowOf(id)?.left) {
        this.open(id);
        return;
      }
    }
  }

  private async showPalette(): Promise<void> {
    this.typed.set('');
    const data = { entries: [] as PaletteEntry[], typed: this.typed, commands: this };
    const load = async () => {
      const [{ Palette }, { paletteEntries }] = await Promise.all([
        import('./palette'),
        import('./palette-entries'),
      ]);
      data.entries = paletteEntries(this.injector, this, this.table?.views() ?? []);
      return Palette;
    };
    const chosen = await this.dialogs.open<PaletteEntry>(load, {
      data: data satisfies PaletteData,
      label: this.words.say('console.palette.title'),
      focus: 'input',
      top: '12vh',
    });
    chosen?.run();
  }
}

/** The ticket of the row in which focus is. */
function focusedRow(): bigint | undefined {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-ticket]');
  return parseTicketId(row?.dataset.ticket ?? '');
}
