import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
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
import { sinceOf, toFilter, toParams, toQuery, type ConsoleQuery } from './console-query';
import { BulkBar } from './bulk-bar';
import { Commands } from './commands';
import { ConsoleStore } from './console-store';
import { ExportStrip } from './export-strip';
import { Selection } from './selection';
import { TablePager } from './table-pager';
import { TableTools } from './table-tools';
import { TicketDeeds } from './ticket-deeds';
import { TicketExport } from './ticket-export';
import { TicketTable } from './ticket-table';
import { ViewList, type View } from './view-list';
import { WorkTools } from './work-tools';

/** The helpdesk's table of all tickets, with the chosen one beside it. */
@Component({
  selector: 'desk-console-page',
  imports: [
    Arrival,
    BulkBar,
    ExportStrip,
    Late,
    MatButton,
    MatIcon,
    Notice,
    RouterOutlet,
    TablePager,
    TableTools,
    TicketTable,
    ViewList,
    WorkTools,
  ],
  providers: [Commands, ConsoleStore, Selection, TicketDeeds],
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
  readonly order = input<string>();
  readonly size = input<string>();
  readonly page = input<string>();
  readonly nr = input<string>();
  readonly since = input<string>();

  protected readonly words = inject(Words);
  protected readonly store = inject(ConsoleStore);
  protected readonly commands = inject(Commands);
  private readonly export = inject(TicketExport);
  private readonly counts = inject(LiveCounts);
  protected readonly live = inject(LiveTickets);
  private readonly router = inject(Router);
  private readonly table = viewChild(TicketTable);
  private readonly tools = viewChild.required(TableTools);
  /** The tokens of the pages before this one, as far as this visit came through them. */
  private readonly wayBack: string[] = [];

  protected readonly query = computed(
    () =>
      toQuery({
        q: this.q(),
        status: this.status(),
        category: this.category(),
        opened: this.opened(),
        openedFrom: this.openedFrom(),
        openedUntil: this.openedUntil(),
        closedFrom: this.closedFrom(),
        closedUntil: this.closedUntil(),
        order: this.order(),
        size: this.size(),
        page: this.page(),
        nr: this.nr(),
        since: this.since(),
      }),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
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
  protected readonly views = computed((): View[] => {
    const [open, active, closed] = [Status.OPEN, Status.ACTIVE, Status.CLOSED].map((status) =>
      this.counts.of(status),
    );
    const all = open === undefined ? undefined : open + (active ?? 0) + (closed ?? 0);
    return [
      { name: 'open', word: 'console.views.open', icon: 'status-open', count: open },
      { name: 'active', word: 'console.views.active', icon: 'status-active', count: active },
      { name: 'closed', word: 'console.views.closed', icon: 'status-closed', count: closed },
      { name: null, word: 'console.views.all', icon: 'all', count: all },
    ];
  });
  protected readonly view = computed(
    () =>
      this.views().find(({ name }) => name === this.status())?.name ??
      (this.query().status === UNCLOSED ? UNCLOSED : null),
  );
  protected readonly total = computed(() => {
    const { text, category, opened, bounds } = this.query();
    const unfiltered =
      !text && category === undefined && opened === undefined && Object.keys(bounds).length === 0;
    return unfiltered ? this.views().find(({ name }) => name === this.view())?.count : undefined;
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
  protected readonly reserved = Array.from({ length: 12 }, (_, index) => index);

  constructor() {
    this.counts.keep();
    this.commands.serveTable({
      step: (by) => this.table()?.step(by),
      focusSearch: () => this.tools().focusSearch(),
      views: () =>
        this.views().map(({ name, word, icon }) => ({
          text: this.words.say(word),
          kind: this.words.say('console.views.label'),
          icon,
          run: () => this.showView(name),
        })),
    });
    effect(() => {
      const query = this.query();
      untracked(() => this.store.ask(query));
    });
    effect(() => {
      // An address from before a restart, say: its page token means nothing any more, the question still does.
      if (this.store.failure()?.fields.has('page_token') && this.query().pageToken) {
        this.narrow({});
      }
    });
  }

  protected narrow(part: Partial<ConsoleQuery>): void {
    void this.router.navigate([], { queryParams: toParams(part), queryParamsHandling: 'merge' });
  }

  protected open(id: bigint): void {
    void this.router.navigate(['/console/tickets', String(id)], { queryParamsHandling: 'preserve' });
  }

  protected nextPage(): void {
    const pageToken = this.store.nextPageToken();
    this.wayBack[this.query().pageNumber] = this.query().pageToken;
    this.narrow({ pageToken, pageNumber: this.query().pageNumber + 1, ...this.fixedTime() });
  }

  protected previousPage(): void {
    const pageNumber = this.query().pageNumber - 1;
    const pageToken = this.wayBack[pageNumber] ?? '';
    this.narrow(pageToken ? { pageToken, pageNumber, ...this.fixedTime() } : {});
  }

  protected save(): void {
    const query = this.query();
    void this.export.saveList(toFilter(query, sinceOf(query, Date.now())), this.total());
  }

  private showView(name: string | null): void {
    void this.router.navigate(['/console'], {
      queryParams: { status: name, page: null, nr: null, since: null },
      queryParamsHandling: 'merge',
    });
  }

  private fixedTime(): Partial<ConsoleQuery> {
    return this.store.since === undefined ? {} : { since: this.store.since };
  }
}
