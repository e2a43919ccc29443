import { describe, expect, it } from '@jest/globals';
import { bucketOf, middleOf, quantile } from './duration-histogram.ts';

const tenYears = 3_653 * 24 * 3_600_000;

let seed = 1;
const random = () => (seed = (seed * 48_271) % 0x7fffffff) / 0x7fffffff;

/** Durations of every order of magnitude, up to ten years. */
const durations = Array.from({ length: 5_000 }, () => Math.floor(tenYears ** random()));
/** Durations beside the edges of all bars. */
const edges = Array.from({ length: bucketOf(tenYears) }, (_, bar) => Math.round(1_000 * 1.02 ** bar)).flatMap(
  (edge) => [edge - 1, edge, edge + 1],
);

const counts = (all: readonly number[]) => {
  const bars = all.map(bucketOf);
  return Array.from({ length: Math.max(...bars) + 1 }, (_, bar) => bars.filter((it) => it === bar).length);
};

describe('a bar of the histogram', () => {
  it.each([
    [0, 0],
    [999, 0],
    [1_000, 1],
    [1_019, 1],
    [1_020, 2],
    [1_040, 2],
    [1_041, 3],
  ])('holds %d ms in bar %d', (ms, bar) => {
    expect(bucketOf(ms)).toBe(bar);
  });

  it('has a middle at most 1 % away from every duration of a second or more in it', () => {
    for (const ms of [...durations, ...edges, tenYears].filter((it) => it >= 1_000))
      expect(Math.abs(middleOf(bucketOf(ms)) - ms)).toBeLessThanOrEqual(ms * 0.01);
  });

  it('has a middle at most half a second away from a shorter one', () => {
    for (const ms of [0, 1, 500, 999]) expect(Math.abs(middleOf(bucketOf(ms)) - ms)).toBeLessThanOrEqual(500);
  });

  it('is never before that of a shorter duration', () => {
    const sorted = [...durations, ...edges].sort((a, b) => a - b).map(bucketOf);
    for (const [index, bar] of sorted.entries()) expect(bar).toBeGreaterThanOrEqual(sorted[index - 1] ?? 0);
  });
});

describe('a quantile', () => {
  it.each([0.01, 0.25, 0.5, 0.9, 1])('of %d is that of the sorted list within 1 %%', (share) => {
    for (let length = 1; length < 60; length++) {
      const all = durations.slice(length * 20, length * 21).filter((ms) => ms >= 1_000);
      if (all.length === 0) continue;
      const exact = all.sort((a, b) => a - b)[Math.ceil(share * all.length) - 1]!;
      expect(Math.abs(quantile(counts(all), share) - exact)).toBeLessThanOrEqual(exact * 0.01);
    }
  });

  it('does not see bars that hold nothing', () => {
    expect(quantile([0, 0, 1, 0, 1, 0], 0.5)).toBe(middleOf(2));
    expect(quantile([0, 0, 1, 0, 1, 0], 0.51)).toBe(middleOf(4));
  });

  it('of nothing is refused', () => {
    for (const none of [[], [0, 0]]) expect(() => quantile(none, 0.5)).toThrow(RangeError);
  });
});
