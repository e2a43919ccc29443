import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Picture } from './feed-reader.ts';
import { SharedAnswers } from './shared-answers.ts';

/** An answer that is true for ten milliseconds from each full ten. */
const question = {
  key: (request: string) => request,
  answer(model: object, request: string, now: number) {
    computed.push(request);
    if (request === 'wrong') throw new RangeError('wrong');
    return { model, request, ten: Math.floor(now / 10) };
  },
  changesAt: (_: object, __: string, now: number) => (Math.floor(now / 10) + 1) * 10,
};

const picture: Picture<object> = { model: {}, timeZone: 'UTC', revision: 7n, changedAt: 5n };
const inTime = { model: picture.model, request: 'a', ten: 10 };

let computed: string[];
let shared: SharedAnswers<object, string, object>;

beforeEach(() => {
  computed = [];
  shared = new SharedAnswers(question);
  shared.at(picture, 'a', 105);
});

describe('an answer', () => {
  it('is computed once for all who ask the same while it is true', () => {
    for (const revision of [7n, 8n])
      for (const now of [105, 109])
        expect(shared.at({ ...picture, revision }, 'a', now)).toEqual({
          told: { answer: { ...inTime, revision, asOf: timestampFromMs(now) } },
          until: 110,
        });
    expect(computed).toEqual(['a']);
  });

  it('is one object for all at the same revision and time', () => {
    const { told } = shared.at(picture, 'a', 106);
    expect(shared.at(picture, 'a', 106).told).toBe(told);
    expect(shared.at(picture, 'a', 107).told).not.toBe(told);
    expect(shared.at({ ...picture, revision: 8n }, 'a', 107).told).not.toBe(told);
  });

  it.each([
    ['of another request', picture, 'b', 105],
    ['when time has changed it', picture, 'a', 110],
    ['when the clock was set back', picture, 'a', 104],
    ['when the model has changed', { ...picture, changedAt: 6n }, 'a', 105],
    ['of another model', { ...picture, model: {} }, 'a', 105],
  ])('is computed %s', (_, at, request, now) => {
    const { told } = shared.at(at, request, now);
    expect(computed).toEqual(['a', request]);
    expect(told.answer).toMatchObject(question.answer(at.model, request, now));
  });

  it('is never that of a state before, though its question was not asked meanwhile', () => {
    shared.at({ ...picture, changedAt: 6n }, 'b', 105);
    shared.at({ ...picture, changedAt: 6n }, 'a', 105);
    expect(computed).toEqual(['a', 'b', 'a']);
  });

  it('stands for as long as the model where time does not change it', () => {
    const timeless = new SharedAnswers({ ...question, changesAt: () => undefined });
    for (const now of [105, 1e12]) expect(timeless.at(picture, 'b', now)).toMatchObject({ until: Infinity });
    expect(computed).toEqual(['a', 'b']);
  });

  it('that is refused is not kept', () => {
    for (let asked = 0; asked < 2; asked++)
      expect(() => shared.at(picture, 'wrong', 105)).toThrow(RangeError);
    expect(computed).toEqual(['a', 'wrong', 'wrong']);
  });
});

it('answers are kept to a hundred requests, those that were computed last', () => {
  for (let other = 1; other < 100; other++) shared.at(picture, String(other), 105);
  shared.at(picture, 'a', 105);
  expect(computed).toHaveLength(100);
  shared.at(picture, '100', 105);
  shared.at(picture, '1', 105);
  expect(computed).toHaveLength(101);
  shared.at(picture, 'a', 105);
  expect(computed).toHaveLength(102);
});
