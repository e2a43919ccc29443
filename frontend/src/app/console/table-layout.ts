import { Component, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Words } from '../ui/words';
import { COLUMNS, DENSITIES, type Column, type Density } from './table-columns';

/** Which columns the table has, and how much room its rows take. */
@Component({
  selector: 'desk-table-layout',
  imports: [MatIcon, MatIconButton],
  template: `
    <button
      matIconButton
      type="button"
      popovertarget="desk-table-layout"
      [title]="words.say('console.layout.label')"
      [attr.aria-label]="words.say('console.layout.label')"
    >
      <mat-icon svgIcon="columns" />
    </button>
    <div popover id="desk-table-layout">
      <fieldset>
        <legend>{{ words.say('console.layout.columns') }}</legend>
        @for (column of all; track column.name) {
          <label>
            <input
              type="checkbox"
              [checked]="columns().includes(column.name)"
              (change)="toggle(column.name)"
            />
            {{ words.say(column.word) }}
          </label>
        }
      </fieldset>
      <fieldset>
        <legend>{{ words.say('console.layout.rows') }}</legend>
        @for (one of densities; track one) {
          <label>
            <input
              type="radio"
              name="desk-density"
              [checked]="density() === one"
              (change)="chooseDensity.emit(one)"
            />
            {{ words.say('console.layout.density', { density: one }) }}
          </label>
        }
      </fieldset>
    </div>
  `,
  styleUrl: './table-layout.scss',
})
export class TableLayout {
  readonly columns = input.required<readonly Column[]>();
  readonly density = input.required<Density>();
  readonly chooseColumns = output<readonly Column[]>();
  readonly chooseDensity = output<Density>();

  protected readonly words = inject(Words);
  protected readonly all = COLUMNS;
  protected readonly densities = DENSITIES;

  protected toggle(column: Column): void {
    const shown = this.columns();
    this.chooseColumns.emit(
      COLUMNS.map(({ name }) => name).filter((name) => shown.includes(name) !== (name === column)),
    );
  }
}
