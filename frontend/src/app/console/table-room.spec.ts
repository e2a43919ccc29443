import { describe, expect, it } from '@jest/globals';
import { USUAL_COLUMNS } from './table-columns';
import { columnsFor } from './table-room';

describe('the room for columns', () => {
  it.each([
    [80, ['select', 'id', 'title', 'category', 'status', 'opened', 'changed', 'messages']],
    [60, ['select', 'id', 'title', 'category', 'status', 'opened', 'messages']],
    [50, ['select', 'id', 'title', 'category', 'status', 'opened']],
    [20, ['select', 'title', 'opened']],
  ])('at a width of %i rem is that for %o', (width, expected) => {
    expect(columnsFor(width, USUAL_COLUMNS)).toEqual(expected);
  });

  it('shows no more than is wanted', () => {
    expect(columnsFor(80, ['place', 'status'])).toEqual(['select', 'title', 'place', 'status']);
  });
});
