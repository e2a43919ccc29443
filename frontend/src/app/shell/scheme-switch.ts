import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Scheme, SCHEMES } from '../ui/scheme';
import { SCHEME_LOOKS } from '../ui/scheme-looks';
import { Words } from '../ui/words';
import { BarChoice } from './bar-choice';

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
  protected readonly look = computed(() => SCHEME_LOOKS[this.scheme.choice()]);
  protected readonly options = computed(() =>
    SCHEMES.map((value) => ({
      value,
      icon: SCHEME_LOOKS[value].icon,
      word: this.words.say(SCHEME_LOOKS[value].word),
    })),
  );
}
