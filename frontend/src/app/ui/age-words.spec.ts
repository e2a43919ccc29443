import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { ageWords, lengthWords } from './age-words';
import { Words } from './words';

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

describe('ageWords', () => {
  const now = Date.UTC(2026, 9, 31, 12);

  it.each([
    [59_999, 'just now'],
    [MIN, '1 min ago'],
    [HOUR - 1, '59 min ago'],
    [HOUR, '1 h ago'],
    [DAY - 1, '23 h ago'],
    [DAY, '1 day ago'],
    [29 * DAY, '29 days ago'],
    [30 * DAY, '1 Oct'],
    [365 * DAY, '31 Oct 2025'],
    [-5_000, 'just now'],
  ])('%i ms ago is "%s"', (ms, words) => {
    expect(ageWords(TestBed.inject(Words), new Date(now - ms), now)).toBe(words);
  });
});

describe('lengthWords', () => {
  it.each([
    [20_000, 'under 1 min'],
    [45 * MIN, '45 min'],
    [HOUR, '1 h'],
    [90 * MIN, '1 h 30 min'],
    [DAY, '1 d'],
    [3 * DAY + 4 * HOUR, '3 d 4 h'],
    [DAY - MIN / 4, '1 d'],
  ])('%i ms is "%s"', (ms, words) => {
    expect(lengthWords(TestBed.inject(Words), ms)).toBe(words);
  });
});
