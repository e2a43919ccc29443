/** Times (ms UTC), any of them more than once, kept in order: where a time stands is found by bisection. */
export class SortedTimes {
  #times: number[] = [];

  /** Adds many. */
  addAll(times: readonly number[]): void {
    this.#times = [...this.#times, ...times].sort((a, b) => a - b);
  }

  /** Adds one. */
  add(time: number): void {
    this.#times.splice(this.#placeOf(time), 0, time);
  }

  /** Takes one away. @throws RangeError when there is none */
  delete(time: number): void {
    if (this.firstFrom(time) !== time) throw new RangeError(`no ticket was opened at ${time}`);
    this.#times.splice(this.#placeOf(time), 1);
  }

  /** How many are at a time or later. */
  countFrom(time: number): number {
    return this.#times.length - this.#placeOf(time);
  }

  /** The first that is at a time or later; undefined when none is. */
  firstFrom(time: number): number | undefined {
    return this.#times[this.#placeOf(time)];
  }

  /** How many are before a time. */
  #placeOf(time: number): number {
    let [low, high] = [0, this.#times.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#times[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
