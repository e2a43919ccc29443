import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { Words } from '../ui/words';
import { OTHER_KEYS, SINGLE_KEYS } from './keys';
import { SingleKeys } from './single-keys';

/** All keys of the console, and the switch for those of a single letter. */
@Component({
  selector: 'desk-key-help',
  imports: [MatButton, MatCheckbox, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>{{ words.say('console.keys.title') }}</h2>
    <mat-dialog-content>
      <mat-checkbox [checked]="singleKeys.on()" (change)="singleKeys.choose($event.checked)">
        {{ words.say('console.keys.single') }}
      </mat-checkbox>
      <p class="hint">{{ words.say('console.keys.singleHint') }}</p>
      <dl [class.off]="!singleKeys.on()">
        @for (shortcut of shortcuts; track shortcut.key) {
          <div>
            <dt>
              <kbd>{{ shortcut.key }}</kbd>
            </dt>
            <dd>{{ words.say(shortcut.word) }}</dd>
          </div>
        }
      </dl>
      <dl>
        @for (shortcut of others; track shortcut.word) {
          <div>
            <dt>
              @for (key of shortcut.keys; track key) {
                <kbd>{{ key }}</kbd>
              }
            </dt>
            <dd>{{ words.say(shortcut.word) }}</dd>
          </div>
        }
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" matDialogClose>{{ words.say('console.keys.leave') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: './key-help.scss',
})
export class KeyHelp {
  protected readonly words = inject(Words);
  protected readonly singleKeys = inject(SingleKeys);
  protected readonly shortcuts = SINGLE_KEYS;
  protected readonly others = OTHER_KEYS;
}
