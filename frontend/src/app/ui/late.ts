import { Directive, effect, inject, input, TemplateRef, ViewContainerRef } from '@angular/core';

const FAST_ENOUGH_MS = 150;

/** Shows its content only when waiting for it has become noticeable, so that fast answers do not flicker. */
@Directive({ selector: '[deskLate]' })
export class Late {
  readonly deskLate = input.required<boolean>();

  constructor() {
    const template = inject(TemplateRef);
    const place = inject(ViewContainerRef);
    effect((onCleanup) => {
      if (this.deskLate()) {
        const timer = setTimeout(() => place.createEmbeddedView(template).markForCheck(), FAST_ENOUGH_MS);
        onCleanup(() => {
          clearTimeout(timer);
          place.clear();
        });
      }
    });
  }
}
