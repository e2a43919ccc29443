import { Component, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Words } from '../ui/words';
import { Commands } from './commands';
import { KeysKnown } from './keys-known';

/** Tells at the first visit that there are keys, until it is dismissed for good. */
@Component({
  selector: 'desk-first-hint',
  imports: [MatButton, MatIcon, MatIconButton],
  template: `
    @if (!known.yes()) {
      <p>
        <mat-icon svgIcon="keyboard" />
        <span>{{ words.say('console.keys.first') }}</span>
        <button matButton type="button" (click)="commands.showKeys()">
          {{ words.say('console.keys.show') }}
        </button>
        <button
          matIconButton
          type="button"
          [title]="words.say('console.keys.dismissHint')"
          [attr.aria-label]="words.say('console.keys.dismissHint')"
          (click)="known.note()"
        >
          <mat-icon svgIcon="close" />
        </button>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      margin: 0;
      padding: 0 calc(var(--desk-gutter) - 0.5rem) 0 var(--desk-gutter);
      border-top: 1px solid var(--mat-sys-outline-variant);
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }

    [matIconButton] {
      margin-left: auto;
    }

    // Where nothing but a finger is, there are no keys.
    @media (any-pointer: coarse) and (not (any-pointer: fine)) {
      :host {
        display: none;
      }
    }
  `,
})
export class FirstHint {
  protected readonly words = inject(Words);
  protected readonly commands = inject(Commands);
  protected readonly known = inject(KeysKnown);
}
