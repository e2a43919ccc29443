import { describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import { durationFromMs } from '@bufbuild/protobuf/wkt';
import { ResolutionMonthSchema } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { elevenMonthsBefore, overallAverage, toMonthPoints, unitFor } from './month-axis';

const HOUR = 3_600_000;

function month(name: string, closedCount: number, hours: number) {
  const length = durationFromMs(hours * HOUR);
  return create(ResolutionMonthSchema, {
    month: name,
    closedCount,
    average: length,
    median: length,
    p90: length,
  });
}

const empty = create(ResolutionMonthSchema, { month: '2026-01', closedCount: 0 });
const points = toMonthPoints([month('2025-12', 1, 10), empty, month('2026-02', 3, 50)]);

describe('month axis', () => {
  it('leaves a month without closed tickets empty, never zero', () => {
    expect(points[1]).toMatchObject({ average: null, median: null, p90: null });
    expect(points[0]!.average).toBe(10 * HOUR);
  });

  it('names the year under the first month and under each January', () => {
    expect(points.map(({ label }) => label)).toEqual([['Dec', '2025'], ['Jan', '2026'], ['Feb']]);
  });

  it('weighs each month by what was closed in it', () => {
    expect(overallAverage(points)).toBe(40 * HOUR);
    expect(overallAverage(toMonthPoints([empty]))).toBeNull();
  });

  it('counts in days once a mark is longer than three', () => {
    expect(unitFor(points).word).toBe('hours');
    expect(unitFor(toMonthPoints([month('2026-02', 1, 73)])).word).toBe('days');
    expect(unitFor(toMonthPoints([empty])).word).toBe('hours');
  });

  it('begins eleven months ago, over the turn of a year', () => {
    expect(elevenMonthsBefore(new Date(2026, 10, 20))).toBe('2025-12');
    expect(elevenMonthsBefore(new Date(2026, 11, 31))).toBe('2026-01');
  });
});
