import { beforeEach, describe, expect, it } from '@jest/globals';
import { Selection } from './selection';

describe('Selection', () => {
  const shown = [5n, 4n, 3n, 2n, 1n];
  let selection: Selection;

  beforeEach(() => (selection = new Selection()));

  it('takes a ticket in, and out again', () => {
    selection.toggle(4n);
    selection.toggle(2n);
    selection.toggle(4n);
    expect([...selection.ids()]).toEqual([2n]);
    expect([selection.has(2n), selection.has(4n), selection.count()]).toEqual([true, false, 1]);
  });

  it.each([
    [4n, 2n],
    [2n, 4n],
  ])('takes all from %i to %i, whichever comes first', (from, to) => {
    selection.toggle(from);
    selection.selectRange(shown, to);
    expect([...selection.ids()].sort()).toEqual([2n, 3n, 4n]);
  });

  it('begins the next range where the last one ended, and keeps what was selected before', () => {
    selection.toggle(5n);
    selection.selectRange(shown, 4n);
    selection.selectRange(shown, 2n);
    expect([...selection.ids()].sort()).toEqual([2n, 3n, 4n, 5n]);
  });

  it('takes only the one pointed at when the beginning of the range is not shown', () => {
    selection.toggle(9n);
    selection.selectRange(shown, 2n);
    expect([...selection.ids()]).toEqual([9n, 2n]);
    selection.clear();
    selection.selectRange(shown, 3n);
    expect([...selection.ids()]).toEqual([3n]);
  });
});
