import { TicketOrder, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { toDate } from '../api/conversions';
import type { TicketFilter } from '../api/door';
import { belongs } from './belongs';
import { changedRow, isNews, toRow, type TableRow } from './table-row';

/** Rows from one to before another. */
export type Range = { readonly start: number; readonly end: number };

/** So many rows on either side of those in sight are kept; whatever is farther away is read again. */
const KEPT_AROUND = 1_000;

/** Browsers show no box higher than some 17 million pixels. */
export const MOST_ROWS = 150_000;

/** Rows that were read with one token, as so many tickets. */
export type Page = Range & { readonly token: string; readonly size: number; isHeld: boolean };

/**
 * What has been read of a list of any length, in the order that it was read in: a row never moves. Of what is far away
 * only the numbers stay, and with which token to read it again.
 */
export class ReadList {
  private readonly pages: Page[] = [];
  private readonly order: bigint[] = [];
  private readonly places = new Map<bigint, number>();
  private readonly held = new Map<number, TableRow>();
  private readonly moved = new Set<bigint>();
  private last: Ticket | undefined;
  private next: string | undefined = '';

  constructor(private readonly filter: TicketFilter) {}

  /** How many rows have been read. */
  get length(): number {
    return this.order.length;
  }

  /** The token of the page to read next; undefined when there is none. */
  get nextToken(): string | undefined {
    return this.order.length < MOST_ROWS ? this.next : undefined;
  }

  /** Whether the whole list has been read. */
  get isWhole(): boolean {
    return this.next === undefined;
  }

  /** The tickets that asking again would bring in, move or take away. */
  get pending(): ReadonlySet<bigint> {
    return this.moved;
  }

  get ids(): readonly bigint[] {
    return this.order;
  }

  row(index: number): TableRow | undefined {
    return this.held.get(index);
  }

  rows(): IterableIterator<[number, TableRow]> {
    return this.held.entries();
  }

  indexOf(id: bigint): number | undefined {
    return this.places.get(id);
  }

  /** Takes in the page that was asked for by `nextToken`. */
  append(tickets: readonly Ticket[], nextToken: string): void {
    const start = this.order.length;
    for (const ticket of tickets) {
      // What changed while the list was read may come a second time.
      if (!this.places.has(ticket.id)) {
        this.places.set(ticket.id, this.order.length);
        this.held.set(this.order.length, toRow(ticket));
        this.order.push(ticket.id);
      }
    }
    this.pages.push({
      token: this.next ?? '',
      size: tickets.length,
      start,
      end: this.order.length,
      isHeld: true,
    });
    this.last = tickets.at(-1) ?? this.last;
    this.next = nextToken || undefined;
  }

  /** The first page among these rows that has to be read again. */
  missing({ start, end }: Range): Page | undefined {
    return this.pages.find((page) => !page.isHeld && page.start < end && page.end > start);
  }

  /**
   * Takes in a page that was read again. Answers the tickets of it that have left the list or moved in it since: they
   * have to be read one by one, for their rows stay.
   */
  refill(page: Page, tickets: readonly Ticket[]): bigint[] {
    page.isHeld = true;
    this.put(page, tickets);
    return this.order.slice(page.start, page.end).filter((_, at) => !this.held.has(page.start + at));
  }

  /** Takes in tickets that were read by their number. */
  put(page: Page, tickets: readonly Ticket[]): void {
    for (const ticket of tickets) {
      const index = this.places.get(ticket.id);
      if (index !== undefined && index >= page.start && index < page.end) {
        const left = !belongs(ticket, this.filter);
        this.held.set(index, toRow(ticket, left));
        if (left) {
          this.moved.add(ticket.id);
        }
      }
    }
  }

  /** Forgets the rows of pages that are far from those in sight. */
  forget({ start, end }: Range): void {
    for (const page of this.pages) {
      if (page.isHeld && (page.end <= start - KEPT_AROUND || page.start >= end + KEPT_AROUND)) {
        page.isHeld = false;
        for (let index = page.start; index < page.end; index++) {
          this.held.delete(index);
        }
      }
    }
  }

  /** What a change means to the list: cells change in place, rows never move. */
  apply(ticket: Ticket): void {
    const isIn = belongs(ticket, this.filter);
    const index = this.places.get(ticket.id);
    const row = index === undefined ? undefined : this.held.get(index);
    if (row && !isNews(ticket, row.ticket)) {
      return;
    }
    if (index !== undefined && row) {
      this.held.set(index, changedRow(row, ticket, !isIn));
    }
    if (index === undefined ? isIn && this.wouldBeRead(ticket) : !isIn || this.moves(index)) {
      this.moved.add(ticket.id);
    } else {
      this.moved.delete(ticket.id);
    }
  }

  private moves(index: number): boolean {
    const { order } = this.filter;
    return (
      (order === TicketOrder.CHANGED_NEWEST && index > 0) ||
      (order === TicketOrder.CHANGED_OLDEST && !(this.isWhole && index === this.order.length - 1))
    );
  }

  /** Whether a ticket that is not in the list would stand among what has been read, were it read now. */
  private wouldBeRead(ticket: Ticket): boolean {
    if (this.isWhole || this.filter.order === TicketOrder.CHANGED_NEWEST) {
      return true;
    }
    return (
      this.last !== undefined &&
      ((this.filter.order === TicketOrder.OPENED_NEWEST && isOpenedBefore(this.last, ticket)) ||
        (this.filter.order === TicketOrder.OPENED_OLDEST && isOpenedBefore(ticket, this.last)))
    );
  }
}

function isOpenedBefore(one: Ticket, other: Ticket): boolean {
  const [first, second] = [one, other].map(({ openedAt }) => (openedAt ? toDate(openedAt).getTime() : 0));
  return first === second ? one.id < other.id : first! < second!;
}
