import { categories, type Category } from './category.ts';
import { LikenessIndex, type Like } from './likeness-index.ts';
import type { Traits } from './traits.ts';

/** What staff said about a ticket's text. */
export type Lesson = {
  readonly ticketId: number;
  /** The revision at which they said it: what was said later counts. */
  readonly since: number;
  readonly category: Category;
  /** What the same text has in common with it; nothing teaches nothing. */
  readonly wording: string;
  readonly traits: Traits;
};

/** How many lessons are remembered. */
export const mostLessons = 2_000;

/** The likeness from which on texts are similar. */
const leastLikeness = 0.35;

/** Texts with fewer traits are like too many others: "wifi" says nothing about another text with that word. */
const fewestTraits = 3;

/** How far lessons can move a text together, in logits of the model; half of the corpus has more than 5. */
const furthest = 3;

/** What staff taught, by the newest lessons. The same lessons in the same order give the same answers. */
export class Lessons {
  /** By ticket, the least recently learned first. */
  readonly #lessons = new Map<number, Lesson>();
  readonly #byWording = new Map<string, Set<Lesson>>();
  readonly #byTraits = new LikenessIndex<Lesson>();

  /** Takes in what staff say about a ticket now, in the place of what they said before. */
  learn(lesson: Lesson): void {
    this.#forget(lesson.ticketId);
    this.#lessons.set(lesson.ticketId, lesson);
    if (lesson.wording !== '') {
      const same = this.#byWording.get(lesson.wording);
      if (same === undefined) this.#byWording.set(lesson.wording, new Set([lesson]));
      else same.add(lesson);
    }
    this.#byTraits.add(lesson, lesson.traits);
    const [oldest] = this.#lessons.keys();
    if (this.#lessons.size > mostLessons) this.#forget(oldest!);
  }

  /** The latest lesson about a wording. */
  latest(wording: string): Lesson | undefined {
    const same = [...(this.#byWording.get(wording) ?? [])];
    return same.reduce<Lesson | undefined>(
      (latest, lesson) => (latest === undefined || lesson.since > latest.since ? lesson : latest),
      undefined,
    );
  }

  /** The lessons about similar texts. */
  similar(traits: Traits): readonly Like<Lesson>[] {
    if (traits.size < fewestTraits) return [];
    const like = this.#byTraits.find(traits, leastLikeness);
    return like.filter(({ item }) => item.traits.size >= fewestTraits);
  }

  #forget(ticketId: number): void {
    const lesson = this.#lessons.get(ticketId);
    if (lesson === undefined) return;
    this.#lessons.delete(ticketId);
    const same = this.#byWording.get(lesson.wording);
    same?.delete(lesson);
    if (same?.size === 0) this.#byWording.delete(lesson.wording);
    this.#byTraits.remove(lesson, lesson.traits);
  }
}

/**
 * How much lessons about similar texts speak for each category, in logits and in the order of `categories`: the more
 * alike they are the more, less where they contradict each other, together at most 3 however many they are.
 */
export function leaning(similar: readonly Like<Lesson>[]): readonly number[] {
  const pulls = categories.map(() => 0);
  for (const { item, likeness } of similar)
    pulls[categories.indexOf(item.category)]! += (likeness - leastLikeness) / (1 - leastLikeness);
  const all = pulls.reduce((sum, pull) => sum + pull, 0);
  return pulls.map((pull) => (furthest * pull) / Math.max(1, all));
}
