import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';

/** Whether anybody can see this page. Streams are open only then. */
@Service()
export class PageVisible {
  private readonly document = inject(DOCUMENT);
  private readonly state = signal(!this.document.hidden);
  readonly visible = this.state.asReadonly();

  constructor() {
    const update = () => this.state.set(!this.document.hidden);
    this.document.addEventListener('visibilitychange', update);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('visibilitychange', update));
  }
}
