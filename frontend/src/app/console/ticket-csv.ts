import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { CategorySource, Side, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { Word } from '../../i18n/translation';
import { toDate } from '../api/conversions';
import { CATEGORY_WORDS, SIDE_WORDS, STATUS_WORDS } from '../ticket/words';
import type { Words } from '../ui/words';

type Column = {
  readonly word: Word;
  readonly cell: (ticket: Ticket, words: Words) => string;
};

const COLUMNS: readonly Column[] = [
  { word: 'console.export.number', cell: ({ id }) => String(id) },
  { word: 'ticket.field.title', cell: ({ title }) => title },
  { word: 'ticket.field.description', cell: ({ description }) => description },
  { word: 'ticket.field.location', cell: ({ location }) => location },
  { word: 'ticket.status.label', cell: ({ status }, words) => words.say(STATUS_WORDS[status]) },
  { word: 'ticket.category.label', cell: ({ category }, words) => words.say(CATEGORY_WORDS[category]) },
  {
    word: 'console.export.categoryBy',
    cell: ({ categorySource }, words) =>
      words.say(
        categorySource === CategorySource.STAFF ? 'ticket.side.helpdesk' : 'console.export.automatic',
      ),
  },
  { word: 'ticket.date.opened', cell: ({ openedAt }) => time(openedAt) },
  { word: 'ticket.date.activated', cell: ({ activatedAt }) => time(activatedAt) },
  { word: 'ticket.date.closed', cell: ({ closedAt }) => time(closedAt) },
  { word: 'ticket.date.modified', cell: ({ modifiedAt }) => time(modifiedAt) },
  { word: 'console.table.messages', cell: ({ messageCount }) => String(messageCount) },
  { word: 'console.export.lastMessage', cell: ({ lastMessageAt }) => time(lastMessageAt) },
  {
    word: 'console.export.lastMessageBy',
    cell: ({ lastMessageSide }, words) =>
      lastMessageSide === Side.UNSPECIFIED ? '' : words.say(SIDE_WORDS[lastMessageSide]),
  },
];

/** The heads of a file of tickets, in the page's language. */
export function csvHeads(words: Words): string[] {
  return COLUMNS.map(({ word }) => words.say(word));
}

/** A ticket as a line of the file. Times are exact, and the same wherever the file is opened: UTC, by ISO 8601. */
export function csvCells(words: Words, ticket: Ticket): string[] {
  return COLUMNS.map(({ cell }) => cell(ticket, words));
}

function time(at: Timestamp | undefined): string {
  return at ? toDate(at).toISOString() : '';
}
