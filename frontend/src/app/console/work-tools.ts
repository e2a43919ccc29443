import { Component, inject, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Words } from '../ui/words';
import { Commands } from './commands';
import { TicketExport } from './ticket-export';

/** What works on the list as a whole, and where the keys are told. */
@Component({
  selector: 'desk-work-tools',
  imports: [MatIcon, MatIconButton],
  template: `
    <button
      matIconButton
      type="button"
      disabledInteractive
      [disabled]="export.progress() !== undefined"
      [title]="words.say('console.export.list')"
      [attr.aria-label]="words.say('console.export.list')"
      (click)="save.emit()"
    >
      <mat-icon svgIcon="download" />
    </button>
    <button
      class="keys"
      matIconButton
      type="button"
      [title]="words.say('console.keys.title')"
      [attr.aria-label]="words.say('console.keys.title')"
      (click)="commands.showKeys()"
    >
      <mat-icon svgIcon="keyboard" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
    }

    // Where nothing but a finger is, there are no keys.
    @media (any-pointer: coarse) and (not (any-pointer: fine)) {
      .keys {
        display: none;
      }
    }
  `,
})
export class WorkTools {
  /** The list is to be saved as a file. */
  readonly save = output();

  protected readonly words = inject(Words);
  protected readonly commands = inject(Commands);
  protected readonly export = inject(TicketExport);
}
