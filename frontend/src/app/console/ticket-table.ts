import { LiveAnnouncer } from '@angular/cdk/a11y';
import { afterRenderEffect, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatSortModule, type Sort } from '@angular/material/sort';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import { Side, TicketOrder, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { NOBODY } from '../api/presences';
import { Age } from '../ui/age';
import { Words } from '../ui/words';
import { CategoryTag, isUnsure } from '../ticket/category-tag';
import { StatusTag } from '../ticket/status-tag';
import { PresenceMark } from './presence-mark';
import { ORDER_WORDS } from './words';
import type { Cell, TableRow } from './table-row';

const ORDER_OF: Readonly<Record<string, TicketOrder>> = {
  'opened desc': TicketOrder.OPENED_NEWEST,
  'opened asc': TicketOrder.OPENED_OLDEST,
  'changed desc': TicketOrder.CHANGED_NEWEST,
  'changed asc': TicketOrder.CHANGED_OLDEST,
};

/** All tickets as a table. j and k go from row to row, Enter opens. */
@Component({
  selector: 'desk-ticket-table',
  imports: [Age, CategoryTag, MatIcon, MatSortModule, MatTableModule, PresenceMark, RouterLink, StatusTag],
  templateUrl: './ticket-table.html',
  styleUrl: './ticket-table.scss',
})
export class TicketTable {
  readonly rows = input.required<readonly TableRow[]>();
  readonly order = input.required<TicketOrder>();
  /** The ticket whose panel is open. */
  readonly chosen = input<bigint>();
  /** The ticket whose panel is open or was last: its row is where focus arrives when the panel closes. */
  readonly returnTo = input<bigint>();
  /** Who is at which ticket. */
  readonly presences = input(NOBODY);
  readonly reorder = output<TicketOrder>();
  readonly choose = output<bigint>();

  protected readonly words = inject(Words);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly columns = ['id', 'title', 'category', 'status', 'opened', 'changed', 'messages'];
  protected readonly helpdesk = Side.HELPDESK;
  protected readonly isUnsure = isUnsure;
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
  protected readonly rowData = computed(() => [...this.rows()]);

  constructor() {
    // A panel opened by its address, or by the keyboard, has its row in sight.
    afterRenderEffect(() => {
      if (this.chosen() !== undefined) {
        this.host.nativeElement.querySelector('tr.chosen')?.scrollIntoView({ block: 'nearest' });
      }
    });
  }

  protected readonly byId = (_index: number, row: TableRow) => row.ticket.id;

  protected sorted({ active, direction }: Sort): void {
    const order = ORDER_OF[`${active} ${direction}`];
    if (order !== undefined) {
      const sorted = this.words.say('console.table.sorted', { order: this.words.say(ORDER_WORDS[order]) });
      void this.announcer.announce(sorted);
      this.reorder.emit(order);
    }
  }

  /** Two names for one animation, in turns, so that a cell changed twice glows twice. */
  protected glow(row: TableRow, cell: Cell): string {
    if (!row.glow.has(cell)) {
      return '';
    }
    return row.revision % 2n === 0n ? 'glow-even' : 'glow-odd';
  }

  /** When anything about it happened last, messages included: what the order by change goes by. */
  protected changedAt({ lastMessageAt, modifiedAt }: Ticket) {
    return lastMessageAt && modifiedAt && lastMessageAt.seconds > modifiedAt.seconds
      ? lastMessageAt
      : modifiedAt;
  }

  protected clicked(event: MouseEvent, row: TableRow): void {
    const selecting = getSelection()?.type === 'Range';
    if (!selecting && !(event.target as HTMLElement).closest('a')) {
      this.choose.emit(row.ticket.id);
    }
  }

  /** Moves focus by so many rows, from the row that has it or the one whose panel is open. */
  step(by: number): void {
    const links = [...this.host.nativeElement.querySelectorAll<HTMLElement>('a.title')];
    const focused = links.findIndex((link) => link === document.activeElement);
    const from = focused >= 0 ? focused : this.rows().findIndex((row) => row.ticket.id === this.chosen());
    links[Math.min(Math.max(from + by, 0), links.length - 1)]?.focus();
  }
}
