/** How many tickets were opened and closed on a day. */
export type DayFlow = { readonly openedCount: number; readonly closedCount: number };

/** How many days are kept: those that are asked for, and some more for clocks that differ. */
const mostKept = 100;

const none: DayFlow = { openedCount: 0, closedCount: 0 };

/** What came and went on the last days on which anything did. */
export class DayFlows {
  readonly #days = new Map<string, DayFlow>();

  /** Adds to a day. @param date as `2026-10-25` */
  add(date: string, { openedCount, closedCount }: DayFlow): void {
    const day = this.on(date);
    this.#days.set(date, {
      openedCount: day.openedCount + openedCount,
      closedCount: day.closedCount + closedCount,
    });
    if (this.#days.size > mostKept) this.#days.delete([...this.#days.keys()].sort()[0]!);
  }

  /** What came and went on a day; nothing on one that is not known. */
  on(date: string): DayFlow {
    return this.#days.get(date) ?? none;
  }
}
