import { inject, runInInjectionContext, type Injector } from '@angular/core';
import { Router } from '@angular/router';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import { CATEGORIES, CATEGORY_WORDS } from '../ticket/words';
import { Language } from '../ui/language';
import { LANGUAGE_CODES, LANGUAGES } from '../ui/languages';
import { Scheme, SCHEMES } from '../ui/scheme';
import { SCHEME_LOOKS } from '../ui/scheme-looks';
import { Words } from '../ui/words';
import type { Commands } from './commands';
import { hindrance, type Deed } from './deed';
import { SINGLE_KEYS, type Command } from './keys';
import { TicketDeeds } from './ticket-deeds';

/** Something that the palette finds by its words. */
export type PaletteEntry = {
  readonly text: string;
  /** What kind of thing it is, or what it is about. */
  readonly kind: string;
  readonly icon: string;
  /** The key that does the same. */
  readonly key?: string | undefined;
  /** The language of the text, where it is not the page's. */
  readonly lang?: string;
  run(): void;
};

const ANALYSES: readonly { path: string; word: Word }[] = [
  { path: '/console/analysis', word: 'analysis.title.all' },
  { path: '/console/analysis/backlog', word: 'analysis.title.backlog' },
  { path: '/console/analysis/resolution', word: 'analysis.title.resolution' },
  { path: '/console/analysis/workload', word: 'analysis.title.workload' },
];

/** Everything that can be done from here, what is nearest first. */
export function paletteEntries(
  injector: Injector,
  commands: Commands,
  views: readonly PaletteEntry[],
): PaletteEntry[] {
  return runInInjectionContext(injector, () => [
    ...ticketEntries(commands),
    ...views,
    ...commandEntries(commands),
    ...pageEntries(),
    ...settingEntries(),
  ]);
}

/** What the ticket that a command is about allows. */
function ticketEntries(commands: Commands): PaletteEntry[] {
  const words = inject(Words);
  const deeds = inject(TicketDeeds);
  const ticket = commands.subject();
  if (!ticket) {
    return [];
  }
  const kind = words.say('ticket.number', { id: ticket.id });
  const entry = (deed: Deed, word: Word, icon: string, run: () => void, command?: Command): PaletteEntry[] =>
    hindrance(deed, ticket) ? [] : [{ text: words.say(word), kind, icon, key: keyOf(command), run }];
  const close: Deed = { kind: 'close' };
  const activate: Deed = { kind: 'activate' };
  const panel = commands.panel();
  return [
    ...entry(
      activate,
      'console.panel.activate',
      'status-active',
      () => void deeds.activate(ticket),
      'activate',
    ),
    ...entry(close, 'console.panel.closeTicket', 'status-closed', () => void deeds.close(ticket), 'close'),
    ...entry(categoryOf(ticket), 'console.panel.reply', 'send', () => commands.run('reply'), 'reply'),
    ...CATEGORIES.filter((category) => category !== ticket.category).flatMap((category) =>
      entry(
        { kind: 'category', category },
        CATEGORY_WORDS[category],
        'edit',
        () => void deeds.setCategory(ticket, category),
      ).map((found) => ({ ...found, text: words.say('console.palette.category', { category: found.text }) })),
    ),
    ...(panel
      ? [{ text: words.say('console.panel.print'), kind, icon: 'print', run: () => panel.print() }]
      : []),
  ];
}

/** Setting the category that it has asks only whether anything may be written. */
function categoryOf({ category }: Ticket): Deed {
  return { kind: 'category', category };
}

function commandEntries(commands: Commands): PaletteEntry[] {
  const words = inject(Words);
  const kind = words.say('console.palette.command');
  const icons: Partial<Record<Command, string>> = {
    next: 'forward',
    previous: 'back',
    search: 'search',
    help: 'keyboard',
  };
  return SINGLE_KEYS.flatMap(({ command, key, word }) => {
    const icon = icons[command];
    return icon ? [{ text: words.say(word), kind, icon, key, run: () => commands.run(command) }] : [];
  });
}

function pageEntries(): PaletteEntry[] {
  const words = inject(Words);
  const router = inject(Router);
  const kind = words.say('console.palette.page');
  return [
    ...ANALYSES.map(({ path, word }) => ({
      text: words.say(word),
      kind,
      icon: 'chart',
      run: () => void router.navigateByUrl(path),
    })),
    {
      text: words.say('qr.title'),
      kind,
      icon: 'qr-code',
      run: () => void router.navigateByUrl('/report/qr'),
    },
  ];
}

function settingEntries(): PaletteEntry[] {
  const words = inject(Words);
  const language = inject(Language);
  const scheme = inject(Scheme);
  return [
    ...LANGUAGE_CODES.map((code) => ({
      text: LANGUAGES[code].name,
      kind: words.say('shell.language.label'),
      icon: 'language',
      lang: code,
      run: () => void language.choose(code),
    })),
    ...SCHEMES.map((choice) => ({
      text: words.say(SCHEME_LOOKS[choice].word),
      kind: words.say('shell.colours.label'),
      icon: SCHEME_LOOKS[choice].icon,
      run: () => scheme.choose(choice),
    })),
  ];
}

function keyOf(command: Command | undefined): string | undefined {
  return SINGLE_KEYS.find((shortcut) => shortcut.command === command)?.key;
}
