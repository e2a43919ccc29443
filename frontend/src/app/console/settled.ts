import { computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';

/** Longer than between the two presses of a double click, or between seeing and pressing. */
const SETTLING_MS = 700;

/**
 * Whether something has been what it is for a while. A button that has just turned into another one, by the first press
 * of two or by somebody else's deed, is not what the finger on its way is meant for.
 */
export class Settled {
  private readonly calm = signal(true);
  readonly yes = this.calm.asReadonly();

  /** @param watched what has to stay; while it is undefined there is nothing to press */
  constructor(watched: () => unknown) {
    const current = computed(watched);
    let before: unknown;
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const now = current();
      const changed = before !== undefined && now !== undefined;
      before = now;
      untracked(() => {
        clearTimeout(timer);
        this.calm.set(!changed);
        if (changed) {
          timer = setTimeout(() => this.calm.set(true), SETTLING_MS);
        }
      });
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
