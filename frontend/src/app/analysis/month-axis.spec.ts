import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import { durationFromMs } from '@bufbuild/protobuf/wkt';
import { ResolutionMonthSchema } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Words } from '../ui/words';
import { overallAverage, toMonthPoints, unitFor, type MonthPoint } from './month-axis';

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

describe('month axis', () => {
  let words: Words;
  let points: MonthPoint[];

  beforeEach(() => {
    words = TestBed.inject(Words);
    points = toMonthPoints(words, [month('2025-12', 1, 10), empty, month('2026-02', 3, 50)]);
  });

  it('leaves a month without closed tickets empty, never zero', () => {
    expect(points[1]).toMatchObject({ average: null, median: null, p90: null });
    expect(points[0]!.average).toBe(10 * HOUR);
  });

  it('names the year under the first month and under each January', () => {
    expect(points.map(({ label }) => label)).toEqual([['Dec', '2025'], ['Jan', '2026'], ['Feb']]);
  });

  it('weighs each month by what was closed in it', () => {
    expect(overallAverage(points)).toBe(40 * HOUR);
    expect(overallAverage(toMonthPoints(words, [empty]))).toBeNull();
  });

  it('counts in days once a mark is longer than three', () => {
    expect(unitFor(points).word).toBe('analysis.period.hours');
    expect(unitFor(toMonthPoints(words, [month('2026-02', 1, 73)])).word).toBe('analysis.period.days');
    expect(unitFor(toMonthPoints(words, [empty])).word).toBe('analysis.period.hours');
  });

  it('shows one category alone, empty where nothing of it was closed', () => {
    const length = durationFromMs(2 * HOUR);
    const it = {
      category: Category.TECHNICAL_IT,
      closedCount: 2,
      average: length,
      median: length,
      p90: length,
    };
    const months = [create(ResolutionMonthSchema, { ...month('2026-01', 5, 30), byCategory: [it] })];
    expect(toMonthPoints(words, months, Category.TECHNICAL_IT)).toMatchObject([
      { closedCount: 2, average: 2 * HOUR },
    ]);
    expect(toMonthPoints(words, months, Category.FACILITY_MANAGEMENT)).toMatchObject([
      { closedCount: 0, average: null },
    ]);
  });
});
