/** A stream that a test feeds by hand. */
export class Channel<T> implements AsyncIterable<T> {
  private readonly waiting: (() => void)[] = [];
  private readonly items: T[] = [];
  private broken: Error | undefined;

  say(item: T): void {
    this.items.push(item);
    this.wake();
  }

  breakOff(error: Error): void {
    this.broken = error;
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      while (this.items.length > 0) {
        yield this.items.shift()!;
      }
      if (this.broken) {
        throw this.broken;
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private wake(): void {
    this.waiting.splice(0).forEach((resolve) => resolve());
  }
}
