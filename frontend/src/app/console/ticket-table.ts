import { LiveAnnouncer } from '@angular/cdk/a11y';
import { CdkVirtualScrollViewport, ScrollingModule } from '@angular/cdk/scrolling';
import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatSortModule, type Sort } from '@angular/material/sort';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import type { Ticket, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { parseTicketId } from '../api/conversions';
import { NOBODY } from '../api/presences';
import { CategoryTag } from '../ticket/category-tag';
import { StatusTag } from '../ticket/status-tag';
import { Age } from '../ui/age';
import { Words } from '../ui/words';
import { AtOnce } from './at-once';
import { isToCheck } from './belongs';
import { MessageCount } from './message-count';
import { PresenceMark } from './presence-mark';
import type { Range } from './read-list';
import { RowFocus } from './row-focus';
import { RowScroll } from './row-scroll';
import type { Column, Density } from './table-columns';
import { columnsFor, HEAD_HEIGHT, isRoomForCards, rowHeight } from './table-room';
import type { Cell, TableRow } from './table-row';
import { orderOf, sortOf } from './table-sort';
import { ORDER_WORDS } from './words';

/** Which row, and whether all between it and the last one are meant too. */
export type Picked = { readonly id: bigint; readonly range: boolean };

/** All tickets as a table, however many: only those in sight are rendered. */
@Component({
  selector: 'desk-ticket-table',
  imports: [
    Age,
    AtOnce,
    CategoryTag,
    MatSortModule,
    MatTableModule,
    MessageCount,
    PresenceMark,
    RouterLink,
    ScrollingModule,
    StatusTag,
  ],
  providers: [RowFocus],
  templateUrl: './ticket-table.html',
  styleUrl: './ticket-table.scss',
  host: { '(document:focusin)': 'wentTo($event)', '(document:pointerdown)': 'wentTo($event)' },
})
export class TicketTable {
  /** One for each row from the first to the last; empty where it has not been read. */
  readonly rows = input.required<readonly (TableRow | undefined)[]>();
  /** How many there are in all, where that is known. */
  readonly total = input<number>();
  /** Where a ticket's row is, also one that is not held. */
  readonly indexOf = input.required<(id: bigint) => number | undefined>();
  readonly order = input.required<TicketOrder>();
  readonly columns = input.required<readonly Column[]>();
  readonly density = input.required<Density>();
  readonly selected = input<ReadonlySet<bigint>>(new Set());
  readonly allSelected = input(false);
  /** The ticket whose panel is open. */
  readonly chosen = input<bigint>();
  /** The ticket whose panel is open or was last: its row is where focus arrives when the panel closes. */
  readonly returnTo = input<bigint>();
  /** Who is at which ticket. */
  readonly presences = input(NOBODY);
  readonly reorder = output<TicketOrder>();
  readonly choose = output<bigint>();
  readonly pick = output<Picked>();
  readonly selectAll = output<boolean>();
  /** The rows that are rendered: those in sight, and some more. */
  readonly show = output<Range>();
  /** The rows in sight. */
  readonly look = output<Range>();

  protected readonly words = inject(Words);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly rowFocus = inject(RowFocus);
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  private readonly width = signal(Infinity);
  private readonly rendering = signal<Range>({ start: 0, end: 0 });
  private readonly sight = signal<Range>({ start: 0, end: 0 });
  private readonly rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

  protected readonly isToCheck = isToCheck;
  protected readonly hasPlace = computed(() => this.shown().includes('place'));
  /** Whether there is room for cards only. */
  protected readonly isCard = computed(() => isRoomForCards(this.width() / this.rem));
  protected readonly shown = computed(() => columnsFor(this.width() / this.rem, this.columns()));
  protected readonly rowHeight = computed(() =>
    Math.round(this.rem * rowHeight(this.density(), this.isCard())),
  );
  private readonly scroll = new RowScroll(this.viewport, this.rowHeight, HEAD_HEIGHT * this.rem);
  /**
   * The one row that the tab key stops at, or it would have to go through all of them: the one that has focus, else the one
   * whose panel is open, else the first in sight.
   */
  protected readonly stop = computed(() => {
    const { start, end } = this.rendering();
    const isRendered = (id: bigint | undefined) => {
      const index = id === undefined ? undefined : this.indexOf()(id);
      return index !== undefined && index >= start && index < end;
    };
    return (
      [this.rowFocus.id(), this.chosen()].find(isRendered) ??
      this.rows()[Math.min(this.sight().start, this.rows().length - 1)]?.ticket.id
    );
  });
  protected readonly sort = computed(() => sortOf(this.order()));
  protected readonly caption = computed(() =>
    this.words.say('console.table.caption', { order: this.words.say(ORDER_WORDS[this.order()]) }),
  );
  // The table wants to be able to write to it, and does not.
  protected readonly rowData = computed(() => this.rows() as (TableRow | undefined)[]);

  constructor() {
    const measure = () => {
      this.width.set(this.host.nativeElement.clientWidth || Infinity);
      this.viewport().checkViewportSize();
      this.moved();
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(this.host.nativeElement);
    const destroyRef = inject(DestroyRef);
    destroyRef.onDestroy(() => sizes.disconnect());

    afterNextRender(measure);

    // A panel opened by its address, or by the keyboard, has its row in sight.
    const chosenIndex = computed(() => {
      const chosen = this.chosen();
      return chosen !== undefined && this.rows().length > 0 ? this.indexOf()(chosen) : undefined;
    });
    let scrolledTo: bigint | undefined;
    let height = 0;
    afterRenderEffect(() => {
      const index = chosenIndex();
      const isMeasured = this.width() < Infinity;
      if (height !== this.rowHeight()) {
        if (height > 0) {
          this.scroll.keepInPlace(index, height);
        }
        height = this.rowHeight();
      }
      if (isMeasured && index !== undefined && this.chosen() !== scrolledTo) {
        this.scroll.bringIntoSight(index);
        scrolledTo = this.chosen();
      }
    });
  }

  /** Moves focus by so many rows, from the row that has it or the one whose panel is open. */
  step(by: number): void {
    const from = this.rowFocus.id() ?? this.chosen();
    const index = (from === undefined ? undefined : this.indexOf()(from)) ?? -1;
    const next = Math.min(Math.max(index + by, 0), this.rows().length - 1);
    const row = this.rows()[next];
    if (row) {
      this.scroll.bringIntoSight(next);
      this.rowFocus.moveTo(row.ticket.id, this.body());
    }
  }

  /** Back to the first row, where what is new comes in. */
  toTop(): void {
    this.scroll.to(0);
  }

  protected readonly byId = (index: number, row: TableRow | undefined) => row?.ticket.id ?? index;

  protected sorted(sort: Sort): void {
    const order = orderOf(sort);
    if (order !== undefined) {
      const sorted = this.words.say('console.table.sorted', { order: this.words.say(ORDER_WORDS[order]) });
      void this.announcer.announce(sorted);
      this.reorder.emit(order);
    }
  }

  /** Two names for one animation, in turns, so that a cell changed twice glows twice. */
  protected glow(row: TableRow | undefined, cell: Cell): string {
    if (!row?.glow.has(cell)) {
      return '';
    }
    return row.changes % 2 === 0 ? 'glow-even' : 'glow-odd';
  }

  /** When anything about it happened last, messages included: what the order by change goes by. */
  protected changedAt({ lastMessageAt, modifiedAt }: Ticket) {
    return lastMessageAt && modifiedAt && lastMessageAt.seconds > modifiedAt.seconds
      ? lastMessageAt
      : modifiedAt;
  }

  protected rendered(): void {
    const range = this.viewport().getRenderedRange();
    this.rendering.set(range);
    this.show.emit(range);
    afterNextRender(
      () => {
        this.rowFocus.keep(this.body());
        this.moved();
      },
      { injector: this.injector },
    );
  }

  protected moved(): void {
    const { start, end } = this.scroll.inSight();
    const sight = { start: Math.round(start), end: Math.min(Math.round(end), this.rows().length) };
    if (sight.start !== this.sight().start || sight.end !== this.sight().end) {
      this.sight.set(sight);
      this.look.emit(sight);
    }
  }

  protected focused({ target }: FocusEvent): void {
    this.rowFocus.note(target as HTMLElement);
  }

  /** Whoever goes elsewhere on purpose is not fetched back. */
  protected wentTo({ target }: Event): void {
    if (!this.body().contains(target as Node)) {
      this.rowFocus.leave();
    }
  }

  protected clicked(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const id = this.idAt(target);
    if (id === undefined) {
      return;
    }
    if (target.closest('td.mat-column-select') || event.shiftKey || event.ctrlKey || event.metaKey) {
      this.selectBy(event, id);
    } else if (!target.closest('a') && getSelection()?.type !== 'Range') {
      this.choose.emit(id);
    }
  }

  protected pressed(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const id = this.idAt(target);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === ' ' && target.matches('a.title')) {
      event.preventDefault();
      this.pick.emit({ id, range: event.shiftKey });
    } else if (by !== 0) {
      event.preventDefault();
      this.step(by);
    }
  }

  private selectBy(event: MouseEvent, id: bigint): void {
    const target = event.target as HTMLElement;
    if (target.closest('a') && (event.ctrlKey || event.metaKey)) {
      // The browser opens the link in a tab of its own.
      return;
    }
    if (target.matches('label')) {
      // Its checkbox is clicked next.
      return;
    }
    // A range checks also what was checked, and follows no link.
    if (event.shiftKey || !target.matches('input')) {
      event.preventDefault();
      getSelection()?.removeAllRanges();
    }
    this.pick.emit({ id, range: event.shiftKey });
  }

  /** The ticket as it stands on the screen: what is pointed at is what is meant, whatever has come in since. */
  private idAt(element: HTMLElement): bigint | undefined {
    return parseTicketId(element.closest<HTMLElement>('tr[data-ticket]')?.dataset.ticket ?? '');
  }

  private body(): HTMLElement {
    return this.viewport().elementRef.nativeElement;
  }
}
