import type { Traits } from './traits.ts';

/** A text in the index that is like one that was asked about. @typeParam T what stands for it */
export type Like<T> = {
  readonly item: T;
  /** The cosine of the two, up to 1. */
  readonly likeness: number;
};

type Posting = { readonly slots: number[]; readonly weights: number[] };

/** Finds texts by their likeness: an inverted index, so that only those are looked at that share something. */
export class LikenessIndex<T> {
  readonly #items: (T | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #slots = new Map<T, number>();
  readonly #postings = new Map<string | number, Posting>();
  #sums = new Float64Array(64);

  add(item: T, traits: Traits): void {
    const slot = this.#free.pop() ?? this.#items.length;
    this.#items[slot] = item;
    this.#slots.set(item, slot);
    if (slot >= this.#sums.length) this.#sums = new Float64Array(2 * this.#sums.length);
    for (const [trait, weight] of traits) {
      const posting = this.#postings.get(trait);
      if (posting === undefined) this.#postings.set(trait, { slots: [slot], weights: [weight] });
      else {
        posting.slots.push(slot);
        posting.weights.push(weight);
      }
    }
  }

  /** @param traits those that it was added with */
  remove(item: T, traits: Traits): void {
    const slot = this.#slots.get(item)!;
    this.#slots.delete(item);
    this.#items[slot] = undefined;
    this.#free.push(slot);
    for (const trait of traits.keys()) {
      const { slots, weights } = this.#postings.get(trait)!;
      const at = slots.indexOf(slot);
      slots.splice(at, 1);
      weights.splice(at, 1);
      if (slots.length === 0) this.#postings.delete(trait);
    }
  }

  /** Those that are at least so much like a text, in no order. */
  find(traits: Traits, least: number): readonly Like<T>[] {
    const touched: number[] = [];
    for (const [trait, weight] of traits) {
      const posting = this.#postings.get(trait);
      if (posting === undefined) continue;
      const { slots, weights } = posting;
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at]!;
        if (this.#sums[slot] === 0) touched.push(slot);
        this.#sums[slot]! += weight * weights[at]!;
      }
    }
    const found: Like<T>[] = [];
    for (const slot of touched) {
      const likeness = this.#sums[slot]!;
      this.#sums[slot] = 0;
      if (likeness >= least) found.push({ item: this.#items[slot]!, likeness });
    }
    return found;
  }
}
