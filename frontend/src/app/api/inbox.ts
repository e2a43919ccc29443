/** What comes from elsewhere, to be read in its own time and in order. */
export class Inbox<T> implements AsyncIterable<T> {
  private readonly items: T[] = [];
  private isEnded = false;
  private failure: Error | undefined;
  private moved = Promise.withResolvers<void>();

  push(item: T): void {
    this.items.push(item);
    this.wake();
  }

  /** Nothing more comes; a failure is thrown to the reader once it has read the rest. */
  end(failure?: Error): void {
    this.failure ??= failure;
    this.isEnded = true;
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      const { promise } = this.moved;
      yield* this.items.splice(0);
      if (this.items.length > 0) {
        continue;
      }
      if (this.isEnded) {
        if (this.failure !== undefined) {
          throw this.failure;
        }
        return;
      }
      await promise;
    }
  }

  private wake(): void {
    const { resolve } = this.moved;
    this.moved = Promise.withResolvers<void>();
    resolve();
  }
}
