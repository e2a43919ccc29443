import { timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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

const calendar = new CampusCalendar('UTC');
const picture: Picture<object> = { model: {}, calendar, revision: 7n, changedAt: 5n };
const inTime = { model: picture.model, request: 'a', ten: 10 };

let computed: string[];
let shared: SharedAnswers<object, string, ReturnType<typeof question.answer>>;

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
          told: { answer: { ...inTime, revision, asOf: timestampFromMs(105) } },
          until: 110,
        });
    expect(computed).toEqual(['a']);
  });

  it('is one object for all at the same revision within a tenth of a second', () => {
    const lasting = new SharedAnswers({ ...question, changesAt: () => undefined });
    const told = (now: number, revision = 7n) => lasting.at({ ...picture, revision }, 'a', now).told;
    const first = told(1_000);
    expect(told(1_099)).toBe(first);
    const second = told(1_100);
    expect(second.answer.asOf).toEqual(timestampFromMs(1_100));
    expect(told(1_099)).not.toBe(second);
    expect(told(1_099, 8n).answer.revision).toBe(8n);
    expect(told(1_099, 7n).answer.revision).toBe(7n);
  });

  it('is exact for the revision that was asked for and for its own time, a tenth of a second ago at most', () => {
    const period = 250;
    const changing = {
      ...question,
      answer: (_: object, request: string, now: number) => ({ request, periods: Math.floor(now / period) }),
      changesAt: (_: object, __: string, now: number) => (Math.floor(now / period) + 1) * period,
    };
    const exact = new SharedAnswers(changing);
    const ask = fc.record({
      revision: fc.integer({ min: 0, max: 3 }),
      step: fc.integer({ min: -5, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 50 }), (asked) => {
        let now = 1_000;
        for (const { revision, step } of asked) {
          now += step;
          const at = { ...picture, revision: BigInt(revision), changedAt: BigInt(revision) };
          const { told, until } = exact.at(at, 'a', now);
          const asOf = timestampMs(told.answer.asOf);
          expect(told.answer).toEqual({
            ...changing.answer(picture.model, 'a', asOf),
            revision: BigInt(revision),
            asOf: timestampFromMs(asOf),
          });
          expect(now - asOf).toBeGreaterThanOrEqual(0);
          expect(now - asOf).toBeLessThan(100);
          // What time has changed since is not told.
          expect(now).toBeLessThan(until);
          expect(until).toBe(changing.changesAt(picture.model, 'a', asOf));
        }
      }),
    );
  });

  it('is dated for each time anew, computed for none of them', () => {
    const dating = new SharedAnswers({
      ...question,
      answer: (...asked: Parameters<typeof question.answer>) => ({ ...question.answer(...asked), at: 0 }),
      dated: (answer, _, at) => ({ ...answer, at }),
    });
    for (const [revision, now] of [
      [7n, 105],
      [8n, 109],
    ] as const)
      expect(dating.at({ ...picture, revision }, 'b', now).told.answer).toMatchObject({ ten: 10, at: now });
    expect(computed).toEqual(['a', 'b']);
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
