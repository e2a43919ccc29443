import { Component, input } from '@angular/core';

export type LegendEntry = {
  readonly look: string;
  readonly word: string;
};

/** What the marks of a chart mean. */
@Component({
  selector: 'desk-legend',
  template: `
    <ul>
      @for (entry of entries(); track entry.look) {
        <li><span class="swatch" [class]="entry.look"></span>{{ entry.word }}</li>
      }
    </ul>
  `,
  styleUrl: './legend.scss',
})
export class Legend {
  readonly entries = input.required<readonly LegendEntry[]>();
}
