const hour = 3_600_000;
const day = 24 * hour;

/** Where groups of ages begin, in ms; chosen so that each is a few times as long as the one before. */
const ladder = [
  0,
  hour,
  4 * hour,
  12 * hour,
  day,
  3 * day,
  7 * day,
  14 * day,
  30 * day,
  90 * day,
  180 * day,
  365 * day,
];

/** A group of ages in ms: at least `from`, below `until`; the last one includes `until`. */
export type AgeGroup = { readonly from: number; readonly until: number };

/** The groups that cover the ages from 0 to a period's length in ms. */
export function ageGroups(period: number): readonly AgeGroup[] {
  const steps = ladder.filter((from) => from < period);
  return steps.map((from, index) => ({ from, until: steps[index + 1] ?? period }));
}

/** When tickets were opened, in ms UTC: at `from` or later, and before `until`. */
export type Opening = { readonly from: number; readonly until: number };

/** When the tickets of each group were opened that cover the ages up to a period's length in ms, at a time in ms UTC. */
export function openings(period: number, now: number): readonly Opening[] {
  const groups = ageGroups(period);
  return groups.map(({ from, until }, index) => ({
    // The last group still holds those as old as the period.
    from: index === groups.length - 1 ? now - until : now - until + 1,
    // A ticket opened by a clock ahead of ours is as young as can be.
    until: index === 0 ? Infinity : now - from + 1,
  }));
}
