import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TimeQueue } from './time-queue.ts';

it('gives what was put in by time, then in the order of putting in, whatever that was', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(25), (times, until) => {
      const queue = new TimeQueue<{ at: number; order: number }>();
      const items = times.map((at, order) => ({ at, order }));
      for (const item of items) queue.add(item.at, item);
      const taken = [];
      for (let next; (next = queue.takeBefore(until));) taken.push(next);
      const due = items.filter(({ at }) => at < until);
      expect(taken).toEqual(due.toSorted((a, b) => a.at - b.at || a.order - b.order));
      for (let next; (next = queue.takeBefore(Infinity));) taken.push(next);
      expect(taken).toHaveLength(items.length);
    }),
  );
});

it('takes in more while things are taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(20), fc.constant('take'))), (moves) => {
      const queue = new TimeQueue<number>();
      let left: number[] = [];
      for (const move of moves) {
        if (typeof move === 'number') {
          queue.add(move, move);
          left = [...left, move].sort((a, b) => a - b);
        } else expect(queue.takeBefore(Infinity)).toBe(left.shift());
      }
    }),
  );
});
