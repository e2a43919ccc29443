import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Copy } from './copy';
import { Words } from '../ui/words';

/** A text that can be sent no more: kept, to be copied. Nothing stands here without one. */
@Component({
  selector: 'desk-unsent-text',
  imports: [MatButton, MatIcon],
  template: `
    @if (text()) {
      <h3>{{ words.say('ticket.unsent') }}</h3>
      <p dir="auto">{{ text() }}</p>
      <button matButton="outlined" type="button" (click)="copy.run(text())">
        <mat-icon [svgIcon]="copy.done() ? 'done' : 'copy'" />{{
          words.say(copy.done() ? 'ticket.copied' : 'ticket.copyText')
        }}
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
export class UnsentText {
  readonly text = input.required<string>();

  protected readonly words = inject(Words);
  protected readonly copy = new Copy();
}
