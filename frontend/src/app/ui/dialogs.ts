import { inject, Injector, Service, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';

export type DialogOptions = {
  readonly data?: unknown;
  /** What screen readers call it, where no title is in it. */
  readonly label?: string;
  /** What gets focus at first, as a selector. */
  readonly focus?: string;
  /** How far below the upper edge; in the middle without it. */
  readonly top?: string;
};

/** Opens one dialog at a time. What dialogs need comes with the first: most visits have none. */
@Service()
export class Dialogs {
  private readonly injector = inject(Injector);
  private busy = false;
  private coming = false;

  /** Whether one has been asked for and is not there yet: keys pressed meanwhile are meant for it. */
  get opening(): boolean {
    return this.coming;
  }

  /** Answers what it was closed with, when it has gone and focus is back where it was. */
  async open<R>(load: () => Promise<Type<unknown>>, options: DialogOptions = {}): Promise<R | undefined> {
    if (this.busy) {
      return undefined;
    }
    this.busy = true;
    this.coming = true;
    try {
      const { data, label, focus = 'first-heading', top } = options;
      const [component, { MatDialog }] = await Promise.all([load(), import('@angular/material/dialog')]);
      const dialog = this.injector.get(MatDialog).open<unknown, unknown, R>(component, {
        data,
        autoFocus: focus,
        ariaLabel: label ?? null,
        // Who types at once types into it, and then goes on where they were.
        enterAnimationDuration: 0,
        exitAnimationDuration: 0,
        maxWidth: 'min(40rem, 96vw)',
        ...(top && { position: { top } }),
      });
      await firstValueFrom(dialog.afterOpened());
      this.coming = false;
      return await firstValueFrom(dialog.afterClosed());
    } finally {
      this.busy = false;
      this.coming = false;
    }
  }
}
