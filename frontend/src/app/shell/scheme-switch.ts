import { Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Scheme, SCHEMES, type SchemeChoice } from '../ui/scheme';

const LOOK: Record<SchemeChoice, { icon: string; word: string }> = {
  auto: { icon: 'scheme-auto', word: 'Like the system' },
  light: { icon: 'scheme-light', word: 'Light' },
  dark: { icon: 'scheme-dark', word: 'Dark' },
};

/** Light, dark or auto, from any page. */
@Component({
  selector: 'desk-scheme-switch',
  imports: [MatIconButton, MatIcon],
  templateUrl: './scheme-switch.html',
  styleUrl: './scheme-switch.scss',
  host: { '(pointerdown)': 'notePointer(true)', '(keydown)': 'notePointer(false)' },
})
export class SchemeSwitch {
  protected readonly scheme = inject(Scheme);
  protected readonly schemes = SCHEMES;
  protected readonly look = LOOK;
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
