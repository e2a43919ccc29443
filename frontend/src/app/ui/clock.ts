import { DestroyRef, effect, inject, Service, signal } from '@angular/core';
import { PageVisible } from '../api/page-visible';

const TICK_MS = 10_000;

/** The time, for whatever counts on by itself. It rests while nobody looks. */
@Service()
export class Clock {
  private readonly time = signal(Date.now());
  private readonly page = inject(PageVisible);
  private timer: ReturnType<typeof setInterval> | undefined;

  readonly now = this.time.asReadonly();

  constructor() {
    effect((onCleanup) => {
      if (this.page.visible()) {
        this.time.set(Date.now());
        this.timer = setInterval(() => this.time.set(Date.now()), TICK_MS);
        onCleanup(() => clearInterval(this.timer));
      }
    });
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
  }
}
