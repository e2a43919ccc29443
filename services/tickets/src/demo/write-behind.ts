/** How many writes run at once: a database has more than one core, and a pool has two connections to write. */
const mostAtOnce = 2;

/** Lets writes that do not depend on each other run while the next ones are made. */
export class WriteBehind {
  #running: Promise<void>[] = [];

  /** Begins a write; waits while too many run. @throws whatever an earlier write threw */
  async add(write: () => Promise<void>): Promise<void> {
    while (this.#running.length >= mostAtOnce) await this.#running.shift();
    const running = write();
    // Whoever adds the next or waits for the end is told.
    running.catch(() => undefined);
    this.#running.push(running);
  }

  /** Waits until none runs any more. @throws whatever one of them threw */
  async end(): Promise<void> {
    const outcomes = await Promise.allSettled(this.#running.splice(0));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }
}
