import type { Column, Density } from './table-columns';

/** Heights in rem. Every row has the same one, so that thousands need not be measured. */
const ROW_HEIGHTS: Readonly<Record<Density, { readonly row: number; readonly card: number }>> = {
  comfortable: { row: 3.25, card: 4.75 },
  compact: { row: 2.25, card: 3.5 },
};

/** The head of the table, in rem, as its style says. */
export const HEAD_HEIGHT = 2.5;

/** Below this width, in rem, a row is a card. */
const CARD_WIDTH = 44;

/** What goes first where there is little room: below this width, in rem, there is no such column. */
const ROOM_FOR: Readonly<Partial<Record<Column, number>>> = { changed: 64, place: 64, messages: 54 };

/** Whether a width in rem has room for cards only. */
export function isRoomForCards(width: number): boolean {
  return width < CARD_WIDTH;
}

export function rowHeight(density: Density, isCard: boolean): number {
  const { row, card } = ROW_HEIGHTS[density];
  return isCard ? card : row;
}

/** What the table shows of the columns that are wanted, from the left to the right. */
export function columnsFor(width: number, columns: readonly Column[]): readonly string[] {
  if (isRoomForCards(width)) {
    return ['select', 'title', 'opened'];
  }
  const [id, rest] = [columns.includes('id') ? ['id'] : [], columns.filter((name) => name !== 'id')];
  return ['select', ...id, 'title', ...rest.filter((name) => width >= (ROOM_FOR[name] ?? 0))];
}
