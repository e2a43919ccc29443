import { Component, computed, inject, input } from '@angular/core';
import { Drafts } from '../ticket/drafts';
import { isBlank } from '../ui/text-bounds';
import { changesOf, editKey, NO_EDIT, readKept } from './text-edit';
import { UnsentText } from '../ticket/unsent-text';

/** An edit that somebody was still making when the ticket was closed: kept, to be copied. */
@Component({
  selector: 'desk-unsent-edit',
  imports: [UnsentText],
  template: `<desk-unsent-text [text]="text()" />`,
})
export class UnsentEdit {
  readonly ticketId = input.required<bigint>();

  private readonly drafts = inject(Drafts);
  protected readonly text = computed(() => {
    const kept = readKept(this.drafts.open(editKey(this.ticketId()), NO_EDIT).fields());
    const texts = kept ? Object.values(changesOf(kept)) : [];
    return texts.filter((text) => !isBlank(text)).join('\n');
  });
}
