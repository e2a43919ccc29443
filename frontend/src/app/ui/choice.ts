import { Component, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

export type Option = {
  readonly value: string;
  readonly word: string;
};

/** A pill that narrows a list by one of a few values. The browser's own list opens from it, best on a phone. */
@Component({
  selector: 'desk-choice',
  imports: [MatIcon],
  template: `
    <label [class.chosen]="value() !== ''">
      <span class="visually-hidden">{{ label() }}</span>
      <select #list [value]="value()" (change)="choose.emit(list.value)">
        <option value="" [selected]="value() === ''">{{ any() }}</option>
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.word }}</option>
        }
      </select>
      <mat-icon svgIcon="down" />
    </label>
  `,
  styleUrl: './choice.scss',
})
export class Choice {
  readonly label = input.required<string>();
  readonly any = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly value = input.required<string>();
  readonly choose = output<string>();
}
