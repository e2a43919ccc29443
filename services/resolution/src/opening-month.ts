import { create } from '@bufbuild/protobuf';
import { timestampFromMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import {
  ResolutionMonthSchema,
  type ResolutionMonth,
} from '@campus-desk/contract/campus/analysis/v1/resolution';
import { Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { CalendarPeriod } from '@campus-desk/kit/campus-calendar';
import { Durations, type DurationSums } from './durations.ts';

/** The years that a Timestamp can hold, in ms UTC. */
const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** The resolution times of the tickets that were opened in one month. */
export class OpeningMonth {
  readonly #all = new Durations();
  readonly #byCategory = [
    Category.FACILITY_MANAGEMENT,
    Category.TECHNICAL_IT,
    Category.SERVICES_COMPLAINTS,
  ].map((category) => ({ category, durations: new Durations() }));
  #answer: ResolutionMonth | undefined;

  add(category: Category, sums: DurationSums): void {
    this.#answer = undefined;
    this.#all.add(sums);
    this.#byCategory.find((it) => it.category === category)?.durations.add(sums);
  }

  /** Its figures, computed once until something is added. @param month the same each time */
  answer({ name, from, until }: CalendarPeriod): ResolutionMonth {
    return (this.#answer ??= create(ResolutionMonthSchema, {
      month: name,
      openedFrom: nearestTimestamp(from),
      openedUntil: nearestTimestamp(until),
      ...this.#all.figures(),
      byCategory: this.#byCategory.map(({ category, durations }) => ({ category, ...durations.figures() })),
    }));
  }
}

/** Months of the years 0 and 9999 begin or end beyond what can be said; no ticket is opened there. */
function nearestTimestamp(time: number): Timestamp {
  return timestampFromMs(Math.min(Math.max(time, earliest), latest));
}
