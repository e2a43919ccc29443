/** How late a beat may be before the program counts as held, in milliseconds; a busy machine is late, too. */
const latest = 3_000;

/** Tells whether a program has run all the time. One that was held, and goes on, is not told so by anybody. */
export class Pulse {
  #lastBeat = performance.now();

  /** Whether it was held; stays so until it begins anew. */
  get hasStopped(): boolean {
    return performance.now() - this.#lastBeat > latest;
  }

  /** From now on a beat is expected every second. */
  begin(): void {
    this.#lastBeat = performance.now();
  }

  beat(): void {
    if (!this.hasStopped) this.begin();
  }
}
