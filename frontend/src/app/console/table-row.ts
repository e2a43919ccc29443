import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';

export type Cell = 'title' | 'category' | 'status' | 'changed' | 'messages';

/** A row of the table. It stays where it is until somebody asks for the new order. */
export type TableRow = {
  readonly ticket: Ticket;
  /** It no longer belongs to what the table shows. */
  readonly left: boolean;
  /** What changed last under the reader's eyes. */
  readonly glow: ReadonlySet<Cell>;
  /** How often it has changed under them. */
  readonly changes: number;
};

export function toRow(ticket: Ticket, left = false): TableRow {
  return { ticket, left, glow: new Set(), changes: 0 };
}

/** Whether a ticket is newer than it is known: the stream may tell what was read already. Messages are no versions. */
export function isNews(ticket: Ticket, known: Ticket): boolean {
  return ticket.version > known.version || ticket.messageCount > known.messageCount;
}

/** The row with its ticket as it is now, and what changed marked. */
export function changedRow(row: TableRow, ticket: Ticket, left: boolean): TableRow {
  return { ticket, left, glow: changedCells(row.ticket, ticket), changes: row.changes + 1 };
}

function changedCells(before: Ticket, after: Ticket): ReadonlySet<Cell> {
  const cells = new Set<Cell>(['changed']);
  if (before.title !== after.title || before.location !== after.location) {
    cells.add('title');
  }
  if (before.category !== after.category) {
    cells.add('category');
  }
  if (before.status !== after.status) {
    cells.add('status');
  }
  if (before.messageCount !== after.messageCount) {
    cells.add('messages');
  }
  return cells;
}
