import { Component, computed, inject, input } from '@angular/core';
import { isBlank } from '../ui/text-bounds';
import { Drafts } from './drafts';
import { UnsentText } from './unsent-text';

/** A message that somebody was still writing when the ticket was closed: kept, to be copied. */
@Component({
  selector: 'desk-unsent-message',
  imports: [UnsentText],
  template: `<desk-unsent-text [text]="body()" />`,
})
export class UnsentMessage {
  /** The draft that it was written in. */
  readonly key = input.required<string>();

  private readonly drafts = inject(Drafts);
  protected readonly body = computed(() => {
    const { body } = this.drafts.open(this.key(), { body: '' }).fields();
    return isBlank(body) ? '' : body;
  });
}
