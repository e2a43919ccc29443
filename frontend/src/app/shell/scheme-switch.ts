import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Word } from '../../i18n/translation';
import { Scheme, SCHEMES, type SchemeChoice } from '../ui/scheme';
import { Words } from '../ui/words';
import { BarChoice } from './bar-choice';

const LOOK: Readonly<Record<SchemeChoice, { icon: string; word: Word }>> = {
  auto: { icon: 'scheme-auto', word: 'shell.colours.auto' },
  light: { icon: 'scheme-light', word: 'shell.colours.light' },
  dark: { icon: 'scheme-dark', word: 'shell.colours.dark' },
};

/** Light, dark or auto, from any page. */
@Component({
  selector: 'desk-scheme-switch',
  imports: [BarChoice, MatIcon],
  template: `
    <desk-bar-choice
      name="scheme"
      [label]="words.say('shell.colours.label')"
      [chosen]="words.say('shell.colours.button', { chosen: words.say(look().word) })"
      [options]="options()"
      [value]="scheme.choice()"
      (choose)="scheme.choose($event)"
    >
      <mat-icon [svgIcon]="look().icon" />
    </desk-bar-choice>
  `,
})
export class SchemeSwitch {
  protected readonly words = inject(Words);
  protected readonly scheme = inject(Scheme);
  protected readonly look = computed(() => LOOK[this.scheme.choice()]);
  protected readonly options = computed(() =>
    SCHEMES.map((value) => ({ value, icon: LOOK[value].icon, word: this.words.say(LOOK[value].word) })),
  );
}
