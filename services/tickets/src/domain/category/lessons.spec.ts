import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Category } from './category.ts';
import { leaning, Lessons, mostLessons } from './lessons.ts';

const traits = (...words: string[]) => new Map(words.map((word) => [word, 1 / Math.sqrt(words.length)]));

describe('lessons', () => {
  let lessons: Lessons;
  const teach = (ticketId: number, category: Category, words: string[], since = ticketId) => {
    lessons.learn({ ticketId, since, category, wording: words.join(' '), traits: traits(...words) });
  };
  const lean = (...words: string[]) =>
    leaning(lessons.similar(traits(...words))).map((pull) => Number(pull.toFixed(2)));

  beforeEach(() => {
    lessons = new Lessons();
  });

  it('know the latest category of a wording, in whichever order they came', () => {
    teach(1, 'it', ['lamp'], 20);
    teach(2, 'services', ['lamp'], 10);
    expect(lessons.latest('lamp')).toMatchObject({ category: 'it' });
    expect(lessons.latest('lamps')).toBeUndefined();
    expect(lessons.latest('')).toBeUndefined();
  });

  it('keep one of each ticket', () => {
    teach(1, 'it', ['blue', 'lamp', 'attic']);
    teach(1, 'services', ['red', 'lamp', 'attic'], 2);
    expect(lessons.latest('blue lamp attic')).toBeUndefined();
    expect(lessons.latest('red lamp attic')).toMatchObject({ category: 'services' });
    expect(lean('red', 'lamp', 'attic')).toEqual([0, 0, 3]);
  });

  it('teach nothing by an empty text', () => {
    teach(1, 'it', []);
    expect(lessons.latest('')).toBeUndefined();
    expect(lean('blue', 'lamp', 'attic')).toEqual([0, 0, 0]);
  });

  it('lean the more the more alike texts are', () => {
    teach(1, 'it', ['blue', 'lamp', 'attic', 'door']);
    const [close, far] = [lean('blue', 'lamp', 'attic', 'gate'), lean('blue', 'lamp', 'cellar', 'gate')];
    expect(close[1]).toBeGreaterThan(far[1]!);
    expect(far[1]).toBeGreaterThan(0);
    expect(lean('blue', 'tap', 'cellar', 'gate')).toEqual([0, 0, 0]);
  });

  it('lean no further for being many, and cancel out where they disagree', () => {
    for (let ticket = 1; ticket <= 500; ticket++) teach(ticket, 'it', ['blue', 'lamp', 'attic']);
    expect(lean('blue', 'lamp', 'attic')).toEqual([0, 3, 0]);
    for (let ticket = 501; ticket <= 1_000; ticket++) teach(ticket, 'facility', ['blue', 'lamp', 'attic']);
    expect(lean('blue', 'lamp', 'attic')).toEqual([1.5, 1.5, 0]);
  });

  it('of one or two words say nothing about other texts', () => {
    teach(1, 'services', ['wifi']);
    teach(2, 'services', ['door', 'broken']);
    expect(lean('wifi')).toEqual([0, 0, 0]);
    expect(lean('wifi', 'door', 'broken')).toEqual([0, 0, 0]);
    expect(lessons.latest('wifi')).toMatchObject({ category: 'services' });
  });

  it('are forgotten when there are too many newer ones', () => {
    teach(1, 'it', ['old', 'blue', 'lamp']);
    teach(2, 'it', ['old', 'red', 'lamp']);
    for (let ticket = 3; ticket <= mostLessons; ticket++) teach(ticket, 'it', [`number ${ticket}`]);
    teach(1, 'it', ['old', 'blue', 'lamp']);
    teach(mostLessons + 1, 'it', ['one', 'more', 'lamp']);
    expect(lessons.latest('old blue lamp')).toBeDefined();
    expect(lessons.latest('old red lamp')).toBeUndefined();
    expect(lessons.similar(traits('old', 'red', 'lamp')).map(({ item }) => item.ticketId)).toEqual([1]);
  });
});
