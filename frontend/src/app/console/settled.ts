import { effect, signal } from '@angular/core';

/** Longer than between the two presses of a double click, or between seeing and pressing. */
const SETTLING_MS = 700;

/**
 * Whether something has been what it is for a while. A button that has just turned into another one, by the first press
 * of two or by somebody else's deed, is not what the finger on its way is meant for.
 */
export class Settled {
  private readonly calm = signal(true);
  readonly yes = this.calm.asReadonly();

  /** @param watched what has to stay; while it is undefined nothing has changed yet */
  constructor(watched: () => unknown) {
    let before: unknown;
    effect((onCleanup) => {
      const now = watched();
      const changed = before !== undefined && now !== undefined && now !== before;
      before = now;
      if (changed) {
        this.calm.set(false);
        const timer = setTimeout(() => this.calm.set(true), SETTLING_MS);
        onCleanup(() => clearTimeout(timer));
      }
    });
  }
}
