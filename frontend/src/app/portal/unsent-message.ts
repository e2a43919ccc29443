import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { isBlank } from '../ui/text-bounds';
import { Copy } from '../ticket/copy';
import { Drafts } from '../ticket/drafts';

/** A message that somebody was still writing when the ticket was closed: kept, to be copied. */
@Component({
  selector: 'desk-unsent-message',
  imports: [MatButton, MatIcon],
  template: `
    @if (body()) {
      <h3>What you were writing</h3>
      <p dir="auto">{{ body() }}</p>
      <button matButton="outlined" type="button" (click)="copy.run(body())">
        <mat-icon [svgIcon]="copy.done() ? 'done' : 'copy'" />{{ copy.done() ? 'Copied' : 'Copy the text' }}
      </button>
    }
  `,
  styles: `
    h3 {
      font: var(--mat-sys-label-large);
      color: var(--mat-sys-on-surface-variant);
    }

    p {
      margin: 0.5rem 0 1rem;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class UnsentMessage {
  readonly ticketId = input.required<bigint>();

  private readonly drafts = inject(Drafts);
  protected readonly copy = new Copy();
  protected readonly body = computed(() => {
    const { body } = this.drafts.open(`portal.message.${this.ticketId()}`, { body: '' }).fields();
    return isBlank(body) ? '' : body;
  });
}
