import { Component, inject, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Words } from '../ui/words';
import { Commands } from './commands';
import { FirstHint } from './first-hint';
import { TicketExport } from './ticket-export';

/** What works on the list as a whole: saved as a file, on paper; and where the keys are told, at first in a sentence. */
@Component({
  selector: 'desk-work-tools',
  imports: [MatButton, MatIcon, MatIconButton],
  template: `
    @if (hint.shown()) {
      <p>
        <span>{{ words.say('console.keys.first') }}</span>
        <button matButton type="button" (click)="commands.showKeys()">
          {{ words.say('console.keys.show') }}
        </button>
        <button
          matIconButton
          type="button"
          [attr.aria-label]="words.say('console.keys.dismissHint')"
          (click)="hint.dismiss()"
        >
          <mat-icon svgIcon="close" />
        </button>
      </p>
    }
    <button
      matButton
      type="button"
      [disabledInteractive]="true"
      [disabled]="export.progress() !== undefined"
      [title]="words.say('console.export.hint')"
      (click)="save.emit()"
    >
      <mat-icon svgIcon="download" />{{ words.say('console.export.csv') }}
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
  styleUrl: './work-tools.scss',
})
export class WorkTools {
  /** The list is to be saved as a file. */
  readonly save = output();

  protected readonly words = inject(Words);
  protected readonly commands = inject(Commands);
  protected readonly hint = inject(FirstHint);
  protected readonly export = inject(TicketExport);
}
