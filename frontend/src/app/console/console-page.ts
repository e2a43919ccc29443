import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { parseTicketId } from '../api/conversions';
import { readFailureWords } from '../api/failure-words';
import { LiveCounts } from '../api/live-counts';
import { LiveTickets } from '../api/live-tickets';
import { UNCLOSED } from '../ticket/list-address';
import { Arrival } from '../ui/arrival';
import { Late } from '../ui/late';
import { Notice } from '../ui/notice';
import { Words } from '../ui/words';
import { isNarrowed, toFilter, toParams, toQuery, type ConsoleQuery } from './console-query';
import { BulkBar } from './bulk-bar';
import { BulkStrip } from './bulk-strip';
import { Commands } from './commands';
import { ConsoleStore } from './console-store';
import { ExportStrip } from './export-strip';
import { FirstHint } from './first-hint';
import type { Range } from './read-list';
import { addressOf, SavedViews } from './saved-views';
import { Selection } from './selection';
import { TableFoot } from './table-foot';
import { TableLook } from './table-look';
import { TableTools } from './table-tools';
import { TicketDeeds } from './ticket-deeds';
import { TicketExport } from './ticket-export';
import { TicketTable, type Picked } from './ticket-table';
import { ViewList } from './view-list';
import { viewEntries, type Way } from './view-entries';
import { viewOf, VIEWS } from './views';
import { WorkTools } from './work-tools';

function isSame(one: ConsoleQuery, other: ConsoleQuery): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The helpdesk's table of all tickets, with the chosen one beside it. */
@Component({
  selector: 'desk-console-page',
  imports: [
    Arrival,
    BulkBar,
    BulkStrip,
    ExportStrip,
    FirstHint,
    Late,
    MatButton,
    MatIcon,
    Notice,
    RouterOutlet,
    TableFoot,
    TableTools,
    TicketTable,
    ViewList,
    WorkTools,
  ],
  providers: [Commands, ConsoleStore, SavedViews, Selection, TableLook, TicketDeeds],
  templateUrl: './console-page.html',
  styleUrl: './console-page.scss',
  host: { class: 'dense', '(document:keydown)': 'commands.key($event)' },
})
export class ConsolePage {
  readonly q = input<string>();
  readonly status = input<string>();
  readonly category = input<string>();
  readonly opened = input<string>();
  readonly openedFrom = input<string>();
  readonly openedUntil = input<string>();
  readonly closedFrom = input<string>();
  readonly closedUntil = input<string>();
  readonly place = input<string>();
  readonly waiting = input<string>();
  readonly unsure = input<string>();
  readonly order = input<string>();
  readonly columns = input<string>();

  protected readonly words = inject(Words);
  protected readonly store = inject(ConsoleStore);
  protected readonly saved = inject(SavedViews);
  protected readonly selection = inject(Selection);
  protected readonly look = inject(TableLook);
  protected readonly commands = inject(Commands);
  protected readonly live = inject(LiveTickets);
  private readonly export = inject(TicketExport);
  private readonly counts = inject(LiveCounts);
  private readonly router = inject(Router);
  private readonly table = viewChild(TicketTable);
  private readonly tools = viewChild.required(TableTools);

  private readonly params = computed(() => ({
    q: this.q(),
    status: this.status(),
    category: this.category(),
    opened: this.opened(),
    openedFrom: this.openedFrom(),
    openedUntil: this.openedUntil(),
    closedFrom: this.closedFrom(),
    closedUntil: this.closedUntil(),
    place: this.place(),
    waiting: this.waiting(),
    unsure: this.unsure(),
    order: this.order(),
  }));
  protected readonly query = computed(() => toQuery(this.params()), {
    equal: isSame,
  });
  protected readonly address = computed(() => addressOf({ ...this.params(), columns: this.columns() }));
  protected readonly shownColumns = computed(() => this.look.columnsFor(this.columns()));
  protected readonly chosen = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map(() => parseTicketId(/^\/console\/tickets\/(\d+)/.exec(this.router.url)?.[1] ?? '')),
    ),
  );
  protected readonly panelOpen = computed(
    () => this.chosen() !== undefined || this.router.url.includes('/tickets/'),
  );
  protected readonly views = computed(() =>
    VIEWS.map((view) => ({ ...view, counted: view.count(this.counts) })),
  );
  protected readonly view = computed(() => viewOf(this.query())?.name);
  protected readonly heading = computed(() =>
    this.words.say('console.heading', {
      view: this.view() ?? (this.query().status === UNCLOSED ? UNCLOSED : 'some'),
    }),
  );
  protected readonly nothing = computed(() => {
    const { waiting, unsure } = this.query();
    const word = waiting || unsure ? 'console.nothingToDo' : 'console.none';
    return this.words.say(isNarrowed(this.query()) ? 'console.noMatch' : word);
  });
  protected readonly problem = computed(() => {
    const failure = this.store.failure();
    return failure && readFailureWords(this.words, failure);
  });
  /** Where focus goes back to when the panel closes. */
  protected readonly lastChosen = linkedSignal<bigint | undefined, bigint | undefined>({
    source: this.chosen,
    computation: (chosen, before) => chosen ?? before?.value,
  });
  protected readonly sight = signal<Range>({ start: 0, end: 0 });
  protected readonly allSelected = computed(() => {
    const count = this.selection.count();
    return count > 0 && count >= this.store.readSoFar();
  });
  protected readonly reserved = Array.from({ length: 12 }, (_, index) => index);
  protected readonly indexOf = (id: bigint) => this.store.indexOf(id);
  protected readonly places = () => this.store.places();

  constructor() {
    this.counts.keep();
    this.commands.serveTable({
      step: (by) => this.table()?.step(by),
      focusSearch: () => this.tools().focusSearch(),
      views: () => viewEntries(this.words, this.saved.views(), (way) => this.goTo(way)),
    });
    let before: ConsoleQuery | undefined;
    effect(() => {
      const query = this.query();
      untracked(() => {
        // Nobody is to act on what another list holds.
        if (before && !isSame({ ...before, order: query.order }, query)) {
          this.selection.clear();
        }
        before = query;
        this.store.ask(query);
        this.table()?.toTop();
      });
    });
  }

  protected narrow(part: Partial<ConsoleQuery>): void {
    this.go(toParams(part));
  }

  protected open(id: bigint): void {
    void this.router.navigate(['/console/tickets', String(id)], { queryParamsHandling: 'preserve' });
  }

  protected saveView(name: string): void {
    this.saved.save({ name, address: this.address() });
  }

  protected chooseColumns(columns: Parameters<TableLook['keepColumns']>[0]): void {
    this.go({ columns: this.look.keepColumns(columns) });
  }

  protected select({ id, range }: Picked): void {
    if (range) {
      this.selection.selectRange(this.store.ids(), id);
    } else {
      this.selection.toggle(id);
    }
  }

  protected selectAll(all: boolean): void {
    this.selection.clear();
    if (all) {
      this.selection.selectAll(this.store.ids());
    }
  }

  /** Focus would go with the bar that it is in. */
  protected unselect(): void {
    this.selection.clear();
    this.table()?.step(0);
  }

  /** The new order, from its beginning where something has come in there. */
  protected showNews(): void {
    if (this.store.hasNew()) {
      this.table()?.toTop();
    }
    this.store.reload();
  }

  protected save(): void {
    void this.export.saveList(toFilter(this.query(), Date.now()), this.store.total());
  }

  private goTo({ params, whole }: Way): void {
    void this.router.navigate(['/console'], {
      queryParams: params,
      queryParamsHandling: whole ? 'replace' : 'merge',
    });
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
