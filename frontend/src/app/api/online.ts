import { DestroyRef, inject, Service, signal } from '@angular/core';
import { BYPASS } from './past-service-worker';

const PATIENCE_MS = 5_000;

/** Whether this device has a network at all. That the desk answers is another matter. */
@Service()
export class Online {
  private readonly state = signal(navigator.onLine);

  readonly online = this.state.asReadonly();

  constructor() {
    const update = () => {
      this.state.set(navigator.onLine);
      if (!navigator.onLine) {
        void this.check();
      }
    };
    update();
    const changes = ['online', 'offline'];
    changes.forEach((change) => addEventListener(change, update));
    inject(DestroyRef).onDestroy(() => changes.forEach((change) => removeEventListener(change, update)));
  }

  /** Browsers call a machine offline that has no network but itself, and a desk may well run on it. */
  async check(): Promise<boolean> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const reached = await answers(signal);
    this.state.set(reached || navigator.onLine);
    return reached;
  }
}

async function answers(signal: AbortSignal): Promise<boolean> {
  try {
    await fetch('/healthz', { headers: { [BYPASS]: 'true' }, cache: 'no-store', signal });
    return true;
  } catch {
    return false;
  }
}
