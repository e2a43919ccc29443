/** Lets writes run while the next ones are made: those of each kind one after the other, different kinds at once. */
export class WriteBehind<Kind> {
  readonly #running = new Map<Kind, Promise<void>>();

  /** Begins a write once the one before of its kind has ended. @throws whatever that one threw */
  async add(kind: Kind, write: () => Promise<void>): Promise<void> {
    await this.#running.get(kind);
    const running = write();
    // Whoever adds the next or waits for the end is told.
    running.catch(() => undefined);
    this.#running.set(kind, running);
  }

  /** Waits until none runs any more. @throws whatever one of them threw */
  async end(): Promise<void> {
    const outcomes = await Promise.allSettled(this.#running.values());
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }
}
