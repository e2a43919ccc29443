import { computed, Injectable, signal } from '@angular/core';

/**
 * Which row has focus. Rows are rendered anew while the table is scrolled or read again, and whatever had focus in one
 * loses it: it comes back to the row, or waits on the table until the row is there again.
 */
@Injectable()
export class RowFocus {
  private readonly at = signal<{ readonly id: bigint; readonly control: string } | undefined>(undefined);

  /** The ticket whose row has focus, rendered or not. */
  readonly id = computed(() => this.at()?.id);

  /** Something in the table got focus. */
  note(element: HTMLElement): void {
    const ticket = element.closest<HTMLElement>('tr[data-ticket]')?.dataset.ticket;
    if (ticket !== undefined) {
      this.at.set({ id: BigInt(ticket), control: element.matches('input') ? 'input' : 'a.title' });
    }
  }

  /** Somebody has gone elsewhere on purpose. */
  leave(): void {
    this.at.set(undefined);
  }

  moveTo(id: bigint, table: HTMLElement): void {
    this.at.update((before) => ({ id, control: before?.control ?? 'a.title' }));
    this.focus(table);
  }

  /** After rows have been rendered: gives focus back where that took it away. */
  keep(table: HTMLElement): void {
    const { activeElement } = document;
    if (this.at() && (activeElement === null || activeElement === document.body || activeElement === table)) {
      this.focus(table);
    }
  }

  private focus(table: HTMLElement): void {
    const at = this.at();
    const control = at && table.querySelector<HTMLElement>(`tr[data-ticket="${at.id}"] ${at.control}`);
    (control ?? table).focus({ preventScroll: true });
  }
}
