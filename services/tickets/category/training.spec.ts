import { beforeAll, describe, expect, it } from '@jest/globals';
import { readModel, writeModel, type Model } from '../src/domain/category/model.ts';
import { calibrate } from './calibrate.ts';
import { readCorpus } from './corpus.ts';
import { foldsOf, nearDuplicates } from './folds.ts';
import { foreign } from './foreign.ts';
import { calibrationError, confusion, macroF1, reliability } from './score.ts';
import { prepare, trainModel } from './train-model.ts';

const some = readCorpus().filter((_, at) => at % 40 === 0);
const strangers = ({ numbers }: ReturnType<typeof prepare>) =>
  foreign.slice(0, 90).map((text) => numbers.read(text));
let trained: ReturnType<typeof prepare>;
let model: Model;

beforeAll(() => {
  trained = prepare(some);
  model = {
    ...trainModel(trained.prepared, strangers(trained), trained.numbers, 'some'),
    calibration: [1, 2],
  };
});

describe('training', () => {
  it('gives the same bytes again', () => {
    const again = prepare(some);
    const other = {
      ...trainModel(again.prepared, strangers(again), again.numbers, 'some'),
      calibration: [1, 2],
    };
    expect(Buffer.compare(writeModel(model), writeModel(other))).toBe(0);
  });

  it('writes a model that is read as it was', () => {
    expect(readModel(Buffer.concat([writeModel(model)]))).toEqual(model);
  });

  it('refuses a model file that was cut off', () => {
    const file = writeModel(model);
    expect(() => readModel(file.subarray(0, file.length - 1))).toThrow('incomplete');
  });
});

describe('folds', () => {
  it('keep near-duplicates together and are alike in size', () => {
    const text = 'The boiler in the basement of the observatory rattles whenever the astronomers make tea';
    const twice = [text, `${text}, again`].map((text) => ({ ...some[0]!, text }));
    const { prepared } = prepare([...some, ...twice]);
    const [first, second] = nearDuplicates(prepared).slice(-2);
    expect(first).toBe(second);
    const folds = foldsOf(prepared, 5);
    expect(folds.at(-1)).toBe(folds.at(-2));
    const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((own) => own === fold).length);
    expect(Math.min(...sizes)).toBeGreaterThan(0.8 * Math.max(...sizes));
    expect(nearDuplicates(prepared)[0]).toBe(0);
  });
});

describe('calibration', () => {
  it('finds the curve by which texts were right', () => {
    const texts = [-2, -1, 0, 1, 2].map((odds) => ({
      evidence: [1, odds],
      right: 1 / (1 + Math.exp(-(0.5 + 2 * odds))),
      weight: 10_000,
    }));
    const [start, slope] = calibrate(texts);
    expect(start).toBeCloseTo(0.5, 2);
    expect(slope).toBeCloseTo(2, 2);
  });
});

describe('scores', () => {
  const judged = [
    { right: 0, given: 0, confidence: 0.95 },
    { right: 0, given: 1, confidence: 0.55 },
    { right: 1, given: 1, confidence: 0.95 },
    { right: 2, given: 2, confidence: 0.55 },
  ];

  it('count what was given instead', () => {
    expect(confusion(judged)).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(macroF1(judged)).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 3, 10);
  });

  it('compare confidence with what was right', () => {
    const bins = reliability(judged);
    expect(bins.map(({ from, texts, accuracy }) => [from, texts, accuracy])).toEqual([
      [0.5, 2, 0.5],
      [0.9, 2, 1],
    ]);
    expect(calibrationError(bins)).toBeCloseTo(0.05, 10);
  });
});
