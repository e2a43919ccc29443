import { Component, inject, input } from '@angular/core';
import type { Word } from '../../i18n/translation';
import { Words } from '../ui/words';

export type LegendEntry = {
  readonly look: string;
  readonly word: Word;
};

/** What the marks of a chart mean. */
@Component({
  selector: 'desk-legend',
  template: `
    <ul>
      @for (entry of entries(); track entry.look) {
        <li><span class="swatch" [class]="entry.look"></span>{{ words.say(entry.word) }}</li>
      }
    </ul>
  `,
  styleUrl: './legend.scss',
})
export class Legend {
  protected readonly words = inject(Words);
  readonly entries = input.required<readonly LegendEntry[]>();
}
