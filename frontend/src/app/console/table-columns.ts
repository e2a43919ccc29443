import type { Word } from '../../i18n/translation';

/** What can be shown of a ticket beside its title, in the order of the columns. */
export const COLUMNS = [
  { name: 'id', word: 'console.table.number' },
  { name: 'place', word: 'console.table.place' },
  { name: 'category', word: 'ticket.category.label' },
  { name: 'status', word: 'ticket.status.label' },
  { name: 'opened', word: 'console.tools.opened' },
  { name: 'changed', word: 'console.table.changed' },
  { name: 'messages', word: 'console.table.messages' },
] as const satisfies readonly { name: string; word: Word }[];
export type Column = (typeof COLUMNS)[number]['name'];

/** The place stands below the title, unless somebody wants a column of it. */
export const USUAL_COLUMNS: readonly Column[] = COLUMNS.map(({ name }) => name).filter(
  (name) => name !== 'place',
);

/** How much room a row takes. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** The columns that an address or this device names, in the table's order; undefined where it names none. */
export function readColumns(names: string | undefined): readonly Column[] | undefined {
  if (names === undefined) {
    return undefined;
  }
  const wanted = names.split(',');
  return COLUMNS.map(({ name }) => name).filter((name) => wanted.includes(name));
}

/** As an address names them. It may be none, and then it says so. */
export function columnsParam(columns: readonly Column[]): string {
  return columns.join(',') || 'none';
}
