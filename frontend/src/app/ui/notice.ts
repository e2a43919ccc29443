import { Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

/** A sentence about the state of things, where it matters; actions beside it. Screen readers hear it politely. */
@Component({
  selector: 'desk-notice',
  imports: [MatIcon],
  template: `
    <div class="notice" role="status">
      <mat-icon [svgIcon]="icon()" />
      <p><ng-content /></p>
      <ng-content select="button, a" />
    </div>
  `,
  styleUrl: './notice.scss',
})
export class Notice {
  readonly icon = input('problem');
}
