import { computed, Injectable, signal } from '@angular/core';

/** The tickets that somebody has selected in the table, by number; whatever happens to their rows, they stay selected. */
@Injectable()
export class Selection {
  private readonly chosen = signal<ReadonlySet<bigint>>(new Set());
  private anchor: bigint | undefined;

  readonly ids = this.chosen.asReadonly();
  readonly count = computed(() => this.chosen().size);

  has(id: bigint): boolean {
    return this.chosen().has(id);
  }

  /** Selects a ticket, or no longer; a range that follows begins at it. */
  toggle(id: bigint): void {
    const next = new Set(this.chosen());
    if (!next.delete(id)) {
      next.add(id);
    }
    this.chosen.set(next);
    this.anchor = id;
  }

  /**
   * Selects all from the ticket last toggled to this one, both with it, in the order that they are shown in. Where the
   * last one is not shown, only this one.
   */
  selectRange(shown: readonly bigint[], to: bigint): void {
    const end = shown.indexOf(to);
    const begin = this.anchor === undefined ? -1 : shown.indexOf(this.anchor);
    const range = begin < 0 || end < 0 ? [to] : shown.slice(Math.min(begin, end), Math.max(begin, end) + 1);
    this.chosen.update((before) => new Set([...before, ...range]));
    this.anchor = to;
  }

  selectAll(ids: readonly bigint[]): void {
    this.chosen.set(new Set(ids));
    this.anchor = undefined;
  }

  /** Selects one no longer; a range begins where it would have begun. */
  drop(id: bigint): void {
    this.chosen.update((before) => new Set([...before].filter((known) => known !== id)));
  }

  clear(): void {
    this.chosen.set(new Set());
    this.anchor = undefined;
  }
}
