import { create } from '@bufbuild/protobuf';
import {
  GetWorkloadResponseSchema,
  type GetWorkloadResponse,
} from '@campus-desk/contract/campus/analysis/v1/workload';
import type { FeedChange, Snapshot } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { ReadModel } from '@campus-desk/analysis/read-model';

const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];

/** How many tickets of each category are open and active. */
export class WorkloadModel implements ReadModel {
  readonly #counts = new Map<string, number>();

  add({ unclosed }: Snapshot): void {
    unclosed?.ids.forEach((_, index) => {
      this.#count(unclosed.statuses[index], unclosed.categories[index], 1);
    });
  }

  apply({ statusBefore, categoryBefore, statusAfter, categoryAfter }: FeedChange): void {
    this.#count(statusBefore, categoryBefore, -1);
    this.#count(statusAfter, categoryAfter, 1);
  }

  /** All three categories, in the order of the enum. */
  answer(): GetWorkloadResponse {
    return create(GetWorkloadResponseSchema, {
      categories: categories.map((category) => ({
        category,
        activeCount: this.#counts.get(keyOf(Status.ACTIVE, category)) ?? 0,
        openCount: this.#counts.get(keyOf(Status.OPEN, category)) ?? 0,
      })),
    });
  }

  #count(status: Status | undefined, category: Category | undefined, by: 1 | -1): void {
    const key = keyOf(status, category);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }
}

function keyOf(status: Status | undefined, category: Category | undefined): string {
  return `${status} ${category}`;
}
