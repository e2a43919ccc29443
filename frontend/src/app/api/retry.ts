import { BackOff, pause } from './back-off';
import { isTemporary, type Failure } from './failure';

/** Asks again by itself, ever more slowly, after a failure that may pass. */
export class Retry {
  private readonly backOff = new BackOff(2_000);

  async after(failure: Failure, signal: AbortSignal, askAgain: () => void): Promise<void> {
    if (isTemporary(failure)) {
      await pause(this.backOff.nextMs(), signal);
      if (!signal.aborted) {
        askAgain();
      }
    }
  }

  succeeded(): void {
    this.backOff.reset();
  }
}
