import { CreateDesk1760000000000 } from './migrations/1760000000000-create-desk.ts';
import { ExpandTicketByClosing1760000100000 } from './migrations/1760000100000-expand-ticket-by-closing.ts';
import { ExpandDayFlow1760000200000 } from './migrations/1760000200000-expand-day-flow.ts';
import { ExpandTicketByTeacher1760000300000 } from './migrations/1760000300000-expand-ticket-by-teacher.ts';
import { ExpandAttention1760000400000 } from './migrations/1760000400000-expand-attention.ts';
import { ExpandPresence1760000500000 } from './migrations/1760000500000-expand-presence.ts';

/**
 * Every migration, the oldest first. While a new version is rolled out, or back, the one before it works with the same
 * tables. So a change is made in two releases: a migration whose class is named `Expand…` adds what the version before
 * need not know (a table, an index, a column that is nullable or has a default); once no version runs that needs what
 * was there before, one named `Contract…` takes it away. Versions that do not know a migration go on working after an
 * `Expand…`, and refuse the tables after any other. MySQL commits each change of a table by itself: a migration must be
 * able to begin again where it was cut off.
 */
export const migrations = [
  CreateDesk1760000000000,
  ExpandTicketByClosing1760000100000,
  ExpandDayFlow1760000200000,
  ExpandTicketByTeacher1760000300000,
  ExpandAttention1760000400000,
  ExpandPresence1760000500000,
];
