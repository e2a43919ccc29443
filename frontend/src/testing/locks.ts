type Held = () => Promise<unknown>;

/** The locks of a browser, for one name: held one after the other, or taken away. */
export class Locks {
  private readonly waiting: (() => void)[] = [];
  private lost: ((reason: Error) => void) | undefined;

  async request(_name: string, options: LockOptions, held: Held): Promise<void> {
    if (options.steal) {
      this.lost?.(new DOMException('The lock was taken away.', 'AbortError'));
    } else if (this.lost) {
      await new Promise<void>((resolve, reject) => {
        this.waiting.push(resolve);
        options.signal?.addEventListener('abort', () => {
          this.waiting.splice(this.waiting.indexOf(resolve), 1);
          reject(options.signal?.reason as Error);
        });
      });
    }
    const taken = Promise.withResolvers<never>();
    this.lost = taken.reject;
    try {
      await Promise.race([held(), taken.promise]);
    } finally {
      if (this.lost === taken.reject) {
        this.lost = undefined;
        this.waiting.shift()?.();
      }
    }
  }
}
