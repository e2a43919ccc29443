import { follow } from '@campus-desk/kit/follow';

/** Streams that are opened again after every cut, until all are ended together. */
export class KeptStreams {
  /** How many cuts there were. */
  cuts = 0;
  readonly #leaving = new AbortController();
  readonly #following: Promise<void>[] = [];

  /** Follows one more. @param open opens it, from where its reader is */
  keep<Step>(open: (signal: AbortSignal) => AsyncIterable<Step>, take: (step: Step) => void): void {
    const cut = () => {
      this.cuts++;
    };
    this.#following.push(follow({ open, take, cut, silence: 20_000, signal: this.#leaving.signal }));
  }

  async end(): Promise<void> {
    this.#leaving.abort();
    await Promise.all(this.#following);
  }
}
