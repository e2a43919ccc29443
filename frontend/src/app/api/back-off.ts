/** Pauses between tries: doubling, with a random part so that a thousand pages do not come back at once. */
export class BackOff {
  private tries = 0;

  constructor(
    private readonly firstMs = 1_000,
    private readonly longestMs = 30_000,
  ) {}

  reset(): void {
    this.tries = 0;
  }

  nextMs(): number {
    const full = Math.min(this.firstMs * 2 ** this.tries++, this.longestMs);
    return full / 2 + (Math.random() * full) / 2;
  }
}

/** Waits, but no longer than until the network is back or the signal fires. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
    if (signal.aborted) {
      done();
    }
  });
}
