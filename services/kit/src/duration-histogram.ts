/** How much longer each bar of the histogram is than the one before. */
const growth = 1.02;

/**
 * The bar of a duration in milliseconds: 0 below one second, else the i > 0 with 1.02^(i-1) <= seconds < 1.02^i,
 * as the contract's DurationBucket says.
 */
export function bucketOf(ms: number): number {
  const seconds = ms / 1000;
  return seconds < 1 ? 0 : Math.floor(Math.log(seconds) / Math.log(growth)) + 1;
}

/**
 * The duration in milliseconds, not a whole number of them, that stands for a bar: 500 for bar 0, else its geometric
 * middle, at most 1 % away from all in it.
 */
export function middleOf(bucket: number): number {
  return bucket === 0 ? 500 : growth ** (bucket - 0.5) * 1000;
}

/**
 * The smallest duration in milliseconds that at least a share of all durations do not exceed, within 1 %.
 * @param counts how many durations each bar holds, from bar 0 on; at least one in all
 * @param share above 0, at most 1: 0.5 asks for the median
 */
export function quantile(counts: readonly number[], share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [bucket, count] of counts.entries()) {
    seen += count;
    if (seen >= share * total && seen > 0) return middleOf(bucket);
  }
  throw new RangeError('a quantile needs at least one duration');
}
