import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SortedTimes } from './sorted-times.ts';

/** Few enough that many are equal. */
const time = fc.integer({ min: 0, max: 20 });

it('times in order are those that were added and not taken away', () => {
  fc.assert(
    fc.property(fc.array(time), fc.array(fc.tuple(fc.boolean(), time)), (begin, steps) => {
      const times = new SortedTimes();
      times.addAll(begin.slice(0, 5));
      times.addAll(begin.slice(5));
      let plain = begin;
      for (const [isAdded, at] of steps) {
        const place = plain.indexOf(at);
        if (isAdded) {
          times.add(at);
          plain = [...plain, at];
        } else if (place < 0) expect(() => times.delete(at)).toThrow(RangeError);
        else {
          times.delete(at);
          plain = plain.toSpliced(place, 1);
        }
      }
      for (let at = -1; at <= 21; at++) {
        const later = plain.filter((it) => it >= at);
        expect(times.countFrom(at)).toBe(later.length);
        expect(times.firstFrom(at)).toBe(later.length === 0 ? undefined : Math.min(...later));
      }
    }),
  );
});
