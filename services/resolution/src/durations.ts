import { create } from '@bufbuild/protobuf';
import { durationFromMs, DurationSchema, type Duration } from '@bufbuild/protobuf/wkt';
import { quantile } from '@campus-desk/kit/duration-histogram';

/** Durations of which only the count, the total and a histogram are known. */
export type DurationSums = {
  readonly count: number;
  readonly totalMs: number;
  /** How many durations some bars of the histogram hold. */
  readonly buckets: readonly { readonly index: number; readonly count: number }[];
};

/** What is answered of durations: without any there is no average, which is not zero. */
export type Figures = {
  readonly closedCount: number;
  readonly average?: Duration;
  readonly median?: Duration;
  readonly p90?: Duration;
};

/** Times from opening to closing, summed up. */
export class Durations {
  #count = 0;
  #totalMs = 0;
  /** How many durations each bar of the histogram holds, from bar 0 on. */
  readonly #bars: number[] = [];

  add({ count, totalMs, buckets }: DurationSums): void {
    this.#count += count;
    this.#totalMs += totalMs;
    for (const bucket of buckets) {
      while (this.#bars.length <= bucket.index) this.#bars.push(0);
      this.#bars[bucket.index]! += bucket.count;
    }
  }

  /** Count, average (exact, to the millisecond), median and 90th percentile (of the histogram: within 1 %). */
  figures(): Figures {
    if (this.#count === 0) return { closedCount: 0 };
    return {
      closedCount: this.#count,
      average: durationFromMs(Math.round(this.#totalMs / this.#count)),
      median: roundedWithinBound(quantile(this.#bars, 0.5)),
      p90: roundedWithinBound(quantile(this.#bars, 0.9)),
    };
  }
}

/**
 * A time that stands for a bar of the histogram, in no more digits than its bound of 1 % needs: of the bound the bar
 * itself leaves 0.005 %, which from six hours on is more than half a second.
 */
function roundedWithinBound(ms: number): Duration {
  if (ms >= 6 * 3_600_000) return durationFromMs(Math.round(ms / 1_000) * 1_000);
  const microseconds = Math.round(ms * 1_000);
  return create(DurationSchema, {
    seconds: BigInt(Math.floor(microseconds / 1_000_000)),
    nanos: (microseconds % 1_000_000) * 1_000,
  });
}
