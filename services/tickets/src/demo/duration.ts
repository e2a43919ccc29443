const units: Readonly<Record<string, number>> = {
  w: 7 * 24 * 3_600_000,
  d: 24 * 3_600_000,
  h: 3_600_000,
  m: 60_000,
  min: 60_000,
};

const pattern = /^(?:\d+(?:w|d|h|min|m))+$/;

/** Whether a text is a duration such as `35min`, `2h10m` or `3d`. */
export function isDuration(text: string): boolean {
  return pattern.test(text);
}

/** Milliseconds of a duration such as `2h10m`; weeks and days are 7 x 24 and 24 hours. */
export function duration(text: string): number {
  if (!isDuration(text)) throw new RangeError(`not a duration: ${text}`);
  return [...text.matchAll(/(\d+)([a-z]+)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? NaN),
    0,
  );
}
