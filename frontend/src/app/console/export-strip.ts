import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { failureWords } from '../api/failure-words';
import { Words } from '../ui/words';
import { TicketExport } from './ticket-export';

/** How far the file of tickets is, and how it ended. */
@Component({
  selector: 'desk-export-strip',
  imports: [MatButton, MatIcon, MatIconButton],
  template: `
    @if (export.progress(); as progress) {
      <div class="strip">
        <progress
          [attr.max]="progress.total"
          [attr.value]="progress.total === undefined ? null : progress.rows"
          [attr.aria-label]="words.say('console.export.label')"
        ></progress>
        <span class="numbers">{{
          progress.total === undefined
            ? words.say('console.export.rows', { rows: progress.rows })
            : words.say('console.export.rowsOf', { rows: progress.rows, total: progress.total })
        }}</span>
        <button matButton="outlined" type="button" (click)="export.cancel()">
          {{ words.say('console.export.cancel') }}
        </button>
      </div>
    }
    <div role="status">
      @if (ended()) {
        <div class="strip">
          <mat-icon [svgIcon]="export.failure() ? 'problem' : 'done'" />
          <span class="words">{{ ended() }}</span>
          <button
            matIconButton
            type="button"
            [attr.aria-label]="words.say('shell.dismiss')"
            (click)="export.dismiss()"
          >
            <mat-icon svgIcon="close" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .strip {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 1rem;
      padding: 0.25rem var(--desk-gutter);
      background: var(--mat-sys-surface-container);
    }

    progress {
      flex: 1 1 8rem;
      accent-color: var(--mat-sys-primary);
    }

    .words {
      flex: 1;
    }
  `,
})
export class ExportStrip {
  protected readonly words = inject(Words);
  protected readonly export = inject(TicketExport);
  protected readonly ended = computed(() => {
    const failure = this.export.failure();
    const saved = this.export.saved();
    if (failure) {
      return this.words.say('console.export.failed', { happened: failureWords(this.words, failure) });
    }
    return saved === undefined ? '' : this.words.say('console.export.saved', { rows: saved });
  });
}
