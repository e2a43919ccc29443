import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Visitor } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Others } from './others';

/** A small mark in the row of a ticket at which somebody else is. */
@Component({
  selector: 'desk-presence-mark',
  imports: [MatIcon],
  template: `
    @if (words()) {
      <span class="mark" [title]="words()">
        <mat-icon [svgIcon]="others().writing ? 'writing' : 'viewing'" />
        <span class="visually-hidden">{{ words() }}</span>
      </span>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }

    .mark {
      display: inline-flex;
      vertical-align: middle;
      color: var(--mat-sys-tertiary);
    }

    mat-icon {
      width: 1.125rem;
      height: 1.125rem;
    }
  `,
})
export class PresenceMark {
  readonly visitors = input.required<readonly Visitor[] | undefined>();

  private readonly people = inject(Others);
  protected readonly others = computed(() => this.people.at(this.visitors()));
  protected readonly words = computed(() => this.others().sentences.join(' '));
}
