import { Component, computed, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';

export type BarOption<T extends string> = {
  readonly value: T;
  readonly word: string;
  readonly icon?: string;
  /** The language of the word, where it is not the page's. */
  readonly lang?: string;
};

/** A button in the top bar that opens a few choices of which one holds. */
@Component({
  selector: 'desk-bar-choice',
  imports: [MatIconButton, MatIcon],
  templateUrl: './bar-choice.html',
  styleUrl: './bar-choice.scss',
  host: { '(pointerdown)': 'notePointer(true)', '(keydown)': 'notePointer(false)' },
})
export class BarChoice<T extends string> {
  /** Tells its elements from those of other choices. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  /** The button's name, which tells what is chosen. */
  readonly chosen = input.required<string>();
  readonly options = input.required<readonly BarOption<T>[]>();
  readonly value = input.required<T>();
  readonly choose = output<T>();

  protected readonly id = computed(() => `desk-${this.name()}-choices`);
  private byPointer = false;

  /** Answers nothing: Angular takes a handler that answers false for one that forbids what comes next. */
  protected notePointer(used: boolean): void {
    this.byPointer = used;
  }

  /** A press decides and closes; the arrow keys, which click as well, only try. */
  protected closeAfterPress(choices: HTMLElement): void {
    if (this.byPointer) {
      choices.hidePopover();
    }
  }
}
