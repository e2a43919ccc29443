import { DestroyRef, inject, signal } from '@angular/core';
import { BackOff, pause } from './back-off';
import { isCanceled, isTemporary, toFailure, type Failure } from './failure';

/** Where a call stands that is repeated by itself until the desk has answered. */
export type CallState = 'idle' | 'sending' | 'trying-again' | 'refused';

/**
 * A write that is not given up while the desk is out of reach. Its request must be the same each time (one
 * request id), so that a write that arrived before the line broke has no second effect.
 */
export class PersistentCall {
  private readonly current = signal<CallState>('idle');
  private readonly problem = signal<Failure | undefined>(undefined);
  private running: AbortController | undefined;

  readonly state = this.current.asReadonly();
  readonly failure = this.problem.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.running?.abort());
  }

  /** Calls until an answer comes; undefined when it was refused (see `failure`) or stopped. */
  async run<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const stopped = () => running.signal.aborted;
    const backOff = new BackOff();
    this.problem.set(undefined);
    this.current.set('sending');
    while (!stopped()) {
      try {
        const answer = await call(running.signal);
        this.current.set('idle');
        return answer;
      } catch (error) {
        if (stopped() || isCanceled(error)) {
          return undefined;
        }
        const failure = toFailure(error);
        this.problem.set(failure);
        if (!isTemporary(failure)) {
          this.current.set('refused');
          return undefined;
        }
        this.current.set('trying-again');
        await pause(backOff.nextMs(), running.signal);
      }
    }
    return undefined;
  }

  /** Stops trying; what was typed stays where it is. */
  stop(): void {
    this.running?.abort();
    this.current.set('idle');
    this.problem.set(undefined);
  }
}
