/** Finds the number of a feature by its hash: open addressing, no more than half full. */
export class FeatureTable {
  readonly #hashes: Uint32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(hashes: Uint32Array) {
    this.#hashes = hashes;
    this.#mask = 2 ** Math.ceil(Math.log2(2 * hashes.length + 2)) - 1;
    this.#slots = new Int32Array(this.#mask + 1).fill(-1);
    hashes.forEach((hash, number) => {
      let slot = hash & this.#mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = number;
    });
  }

  /** The feature's number, -1 when it is not known. */
  find(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const number = this.#slots[slot]!;
      if (number < 0 || this.#hashes[number] === hash) return number;
      slot = (slot + 1) & this.#mask;
    }
  }
}
