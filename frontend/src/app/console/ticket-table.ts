import { LiveAnnouncer } from '@angular/cdk/a11y';
import { CdkVirtualScrollViewport, ScrollingModule } from '@angular/cdk/scrolling';
import {
  afterNextRender,
  afterRenderEffect,
  ApplicationRef,
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
import { MatTable, MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import { TicketOrder, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { parseTicketId } from '../api/conversions';
import { NOBODY } from '../api/presences';
import { CategoryTag } from '../ticket/category-tag';
import { StatusTag } from '../ticket/status-tag';
import { Age } from '../ui/age';
import { Words } from '../ui/words';
import { isToCheck } from './belongs';
import { MessageCount } from './message-count';
import { PresenceMark } from './presence-mark';
import type { Range } from './read-list';
import type { Column, Density } from './table-columns';
import { RowFocus } from './row-focus';
import type { Cell, TableRow } from './table-row';
import { ORDER_WORDS } from './words';

const ORDER_OF: Readonly<Record<string, TicketOrder>> = {
  'opened desc': TicketOrder.OPENED_NEWEST,
  'opened asc': TicketOrder.OPENED_OLDEST,
  'changed desc': TicketOrder.CHANGED_NEWEST,
  'changed asc': TicketOrder.CHANGED_OLDEST,
};

/** Heights in rem: every row has the same one, so that thousands need not be measured. */
const ROW_HEIGHTS: Readonly<Record<Density, { row: number; card: number }>> = {
  comfortable: { row: 3.25, card: 4.75 },
  compact: { row: 2.25, card: 3.5 },
};
const HEAD_HEIGHT = 2.5;

/** Below this width, in rem, a row is a card. */
const CARD_WIDTH = 44;

/** What goes first where there is little room: below this width, in rem, there is no such column. */
const ROOM_FOR: Readonly<Partial<Record<Column, number>>> = { changed: 64, place: 64, messages: 54 };

/** Which row, and whether all between it and the last one are meant too. */
export type Picked = { readonly id: bigint; readonly range: boolean };

/** All tickets as a table, however many: only those in sight are rendered. */
@Component({
  selector: 'desk-ticket-table',
  imports: [
    Age,
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
  private readonly matTable = viewChild.required<MatTable<TableRow | undefined>>(MatTable);
  private readonly width = signal(Infinity);
  private readonly rendering = signal<Range>({ start: 0, end: 0 });
  private readonly sight = signal<Range>({ start: 0, end: 0 });
  private readonly rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

  protected readonly isToCheck = isToCheck;
  protected readonly hasPlace = computed(() => this.shown().includes('place'));
  /** Whether there is room for cards only. */
  protected readonly isCard = computed(() => this.width() < CARD_WIDTH * this.rem);
  protected readonly shown = computed(() => {
    const wanted = this.columns().filter((name) => this.width() >= (ROOM_FOR[name] ?? 0) * this.rem);
    return this.isCard()
      ? ['select', 'title', 'opened']
      : [
          'select',
          ...wanted.filter((name) => name === 'id'),
          'title',
          ...wanted.filter((name) => name !== 'id'),
        ];
  });
  protected readonly rowHeight = computed(() => {
    const { row, card } = ROW_HEIGHTS[this.density()];
    return Math.round(this.rem * (this.isCard() ? card : row));
  });
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
  protected readonly sort = computed(() => {
    const [active = 'opened', direction] =
      Object.entries(ORDER_OF)
        .find(([, order]) => order === this.order())?.[0]
        .split(' ') ?? [];
    return { active, direction: direction === 'asc' ? ('asc' as const) : ('desc' as const) };
  });
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

    const application = inject(ApplicationRef);
    afterNextRender(() => {
      measure();
      const ranges = this.viewport().renderedRangeStream.subscribe((range) => {
        // By itself the table takes other rows in a frame after the viewport has moved, and fills them a frame later:
        // for so long they would say what stands elsewhere.
        this.matTable().viewChange.next(range);
        void Promise.resolve()
          .then(() => Promise.resolve())
          .then(() => application.tick());
      });
      destroyRef.onDestroy(() => ranges.unsubscribe());
    });

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
        this.keepInPlace(index, height, this.rowHeight());
        height = this.rowHeight();
      }
      if (isMeasured && index !== undefined && this.chosen() !== scrolledTo) {
        this.bringIntoSight(index);
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
      this.bringIntoSight(next);
      this.rowFocus.moveTo(row.ticket.id, this.body());
    }
  }

  /** Back to the first row, where what is new comes in. */
  toTop(): void {
    this.viewport().scrollToOffset(0);
  }

  protected readonly byId = (index: number, row: TableRow | undefined) => row?.ticket.id ?? index;

  protected sorted({ active, direction }: Sort): void {
    const order = ORDER_OF[`${active} ${direction}`];
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
    const { start, end } = this.inSight();
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
    // The selection decides what is checked, and no link is followed.
    event.preventDefault();
    getSelection()?.removeAllRanges();
    this.pick.emit({ id, range: event.shiftKey });
  }

  /** The ticket as it stands on the screen: what is pointed at is what is meant, whatever has come in since. */
  private idAt(element: HTMLElement): bigint | undefined {
    return parseTicketId(element.closest<HTMLElement>('tr[data-ticket]')?.dataset.ticket ?? '');
  }

  private body(): HTMLElement {
    return this.viewport().elementRef.nativeElement;
  }

  /** From where to where the rows are in sight, as fractions of rows. */
  private inSight(): Range {
    const start = this.viewport().measureScrollOffset() / this.rowHeight();
    const height = this.viewport().getViewportSize() - HEAD_HEIGHT * this.rem;
    return { start, end: start + height / this.rowHeight() };
  }

  /** When all rows become higher or lower, the chosen one, or else the first in sight, stays where it is. */
  private keepInPlace(chosen: number | undefined, before: number, now: number): void {
    const offset = this.viewport().measureScrollOffset();
    const isInSight =
      chosen !== undefined &&
      chosen * before >= offset &&
      chosen * before < offset + this.viewport().getViewportSize();
    const anchor = isInSight ? chosen : Math.floor(offset / before);
    if (before > 0) {
      this.viewport().scrollToOffset(offset + anchor * (now - before));
    }
  }

  private bringIntoSight(index: number): void {
    const { start, end } = this.inSight();
    if (index < start) {
      this.viewport().scrollToOffset(index * this.rowHeight());
    } else if (index + 1 > end) {
      this.viewport().scrollToOffset((index + 1 - (end - start)) * this.rowHeight());
    }
  }
}
