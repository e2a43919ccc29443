import { create } from '@bufbuild/protobuf';
import {
  ResolutionMonthSchema,
  type ResolutionMonth,
} from '@campus-desk/contract/campus/analysis/v1/resolution';
import { Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Durations, type DurationSums } from './durations.ts';

/** The resolution times of the tickets that were opened in one month. */
export class OpeningMonth {
  readonly #month: string;
  readonly #all = new Durations();
  readonly #byCategory = [
    Category.FACILITY_MANAGEMENT,
    Category.TECHNICAL_IT,
    Category.SERVICES_COMPLAINTS,
  ].map((category) => ({ category, durations: new Durations() }));
  #answer: ResolutionMonth | undefined;

  /** @param month as `2026-10` */
  constructor(month: string) {
    this.#month = month;
  }

  add(category: Category, sums: DurationSums): void {
    this.#answer = undefined;
    this.#all.add(sums);
    this.#byCategory.find((it) => it.category === category)?.durations.add(sums);
  }

  /** Its figures, computed once until something is added. */
  answer(): ResolutionMonth {
    return (this.#answer ??= create(ResolutionMonthSchema, {
      month: this.#month,
      ...this.#all.figures(),
      byCategory: this.#byCategory.map(({ category, durations }) => ({ category, ...durations.figures() })),
    }));
  }
}
