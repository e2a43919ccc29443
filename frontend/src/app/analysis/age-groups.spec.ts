import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import { durationFromMs } from '@bufbuild/protobuf/wkt';
import { AgeGroupSchema } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { Words } from '../ui/words';
import { ageGroupWords } from './age-groups';

describe('ageGroupWords', () => {
  it.each([
    [0, 1, '< 1 h'],
    [1, 4, '1–4 h'],
    [12, 24, '12–24 h'],
    [24, 72, '1–3 d'],
    [24, 36, '24–36 h'],
    [168, 720, '7–30 d'],
    [0, 0.5, '< 30 min'],
  ])('from %d to %d hours is "%s"', (from, until, words) => {
    const group = create(AgeGroupSchema, {
      from: durationFromMs(from * 3_600_000),
      until: durationFromMs(until * 3_600_000),
    });
    expect(ageGroupWords(TestBed.inject(Words), group)).toBe(words);
  });
});
