import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import type { DayFlow } from './entities.ts';

/** Adds up what came and went, by day of the campus. */
export class FlowSums {
  readonly #calendar: CampusCalendar;
  readonly #days = new Map<string, DayFlow>();

  constructor(calendar: CampusCalendar) {
    this.#calendar = calendar;
  }

  /** Counts a ticket that was opened or closed at a time (ms UTC), or with -1 takes it out again. */
  count(what: 'opened' | 'closed', at: number, times: 1 | -1 = 1): void {
    const counts = { openedCount: 0, closedCount: 0, [`${what}Count`]: times };
    this.add({ date: this.#calendar.dayAt(at).name, ...counts });
  }

  /** Adds what is known of a day. */
  add({ date, openedCount, closedCount }: DayFlow): void {
    const day = this.#days.get(date) ?? { date, openedCount: 0, closedCount: 0 };
    this.#days.set(date, day);
    day.openedCount += openedCount;
    day.closedCount += closedCount;
  }

  /** A row for each day on which there were any, in order. */
  rows(): readonly DayFlow[] {
    return [...this.#days.values()]
      .filter(({ openedCount, closedCount }) => openedCount !== 0 || closedCount !== 0)
      .sort((a, b) => (a.date < b.date ? -1 : 1));
  }
}
