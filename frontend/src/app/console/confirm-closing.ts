import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Words } from '../ui/words';

/** Asks once before many tickets are closed: that is for good. Answers true. */
@Component({
  selector: 'desk-confirm-closing',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>{{ words.say('console.bulk.closing', { count }) }}</h2>
    <mat-dialog-content>{{ words.say('console.bulk.forGood') }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ words.say('console.bulk.cancel') }}</button>
      <button matButton="filled" type="button" [matDialogClose]="true">
        {{ words.say('console.panel.closeTicket') }}
      </button>
    </mat-dialog-actions>
  `,
})
export class ConfirmClosing {
  protected readonly words = inject(Words);
  protected readonly count = inject<number>(MAT_DIALOG_DATA);
}
