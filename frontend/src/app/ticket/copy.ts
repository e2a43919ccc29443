import { Clipboard } from '@angular/cdk/clipboard';
import { DestroyRef, inject, signal } from '@angular/core';

const CONFIRMED_MS = 2_000;

/** Copies a text and says so for a moment, on the button that was pressed. */
export class Copy {
  private readonly clipboard = inject(Clipboard);
  private readonly justDone = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly done = this.justDone.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  run(text: string): void {
    this.justDone.set(this.clipboard.copy(text));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.justDone.set(false), CONFIRMED_MS);
  }
}
