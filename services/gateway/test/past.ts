import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { campusDates } from '../../analysis/test/campus-zones.ts';
import type { StoredEvent } from '../../tickets/src/store/entities.ts';

/** A ticket as it was at some revision. Times are in ms UTC, days as `2026-10-25`. */
export type PastTicket = {
  readonly openedAt: number;
  readonly openedOn: string;
  readonly closedAt?: number;
  readonly closedOn?: string;
  readonly status: Status;
  readonly category: Category;
};

const categories: Readonly<Record<string, Category>> = {
  facility: Category.FACILITY_MANAGEMENT,
  it: Category.TECHNICAL_IT,
  services: Category.SERVICES_COMPLAINTS,
};

/** What the rows of the log say of a category, if anything. */
type Payload = {
  readonly category?: string | { readonly after: { readonly category: string } };
  readonly after?: string;
};

/** The desk as it was, by the rows of its log alone and by none of the desk's own code. */
export class Past {
  readonly #rows: readonly StoredEvent[];
  readonly #dateOf: (time: number) => string;
  readonly #tickets = new Map<number, PastTicket>();
  #revision = 0;

  /** @param rows the whole log, in order */
  constructor(rows: readonly StoredEvent[], timeZone: string) {
    this.#rows = rows;
    this.#dateOf = campusDates(timeZone);
  }

  /** All tickets as they were at a revision, which must not be before the one that was asked for last. */
  at(revision: bigint): readonly PastTicket[] {
    if (revision < this.#revision) throw new RangeError(`${revision} is before ${this.#revision}`);
    for (; this.#revision < revision; this.#revision++) this.#take(this.#rows[this.#revision]!);
    return [...this.#tickets.values()];
  }

  #take({ ticketId, type, at, payload }: StoredEvent): void {
    const { category, after } = payload as Payload;
    const ticket = this.#tickets.get(ticketId)!;
    const on = this.#dateOf(at);
    const changed: Readonly<Record<string, Partial<PastTicket>>> = {
      opened: {
        openedAt: at,
        openedOn: on,
        status: Status.OPEN,
        category: categories[category as string]!,
      },
      activated: { status: Status.ACTIVE },
      closed: { status: Status.CLOSED, closedAt: at, closedOn: on },
      'category-assigned': { category: categories[after!]! },
      edited: typeof category === 'object' ? { category: categories[category.after.category]! } : {},
      'message-posted': {},
    };
    this.#tickets.set(ticketId, { ...ticket, ...changed[type]! });
  }
}
