import { Component, inject } from '@angular/core';
import { Language } from '../ui/language';
import { LANGUAGE_CODES, LANGUAGES } from '../ui/languages';
import { Words } from '../ui/words';
import { BarChoice } from './bar-choice';

/** The languages by their own names, from any page. */
@Component({
  selector: 'desk-language-switch',
  imports: [BarChoice],
  template: `
    <desk-bar-choice
      name="language"
      [label]="words.say('shell.language.label')"
      [chosen]="
        words.say('shell.language.button', {
          code: language.spoken().toUpperCase(),
          chosen: languages[language.spoken()].name,
        })
      "
      [options]="options"
      [value]="language.choice()"
      (choose)="language.choose($event)"
    >
      <span class="code">{{ language.spoken() }}</span>
    </desk-bar-choice>
  `,
  styles: `
    .code {
      display: block;
      font: var(--mat-sys-label-large);
      line-height: 1.5rem;
      text-transform: uppercase;
    }
  `,
})
export class LanguageSwitch {
  protected readonly words = inject(Words);
  protected readonly language = inject(Language);
  protected readonly languages = LANGUAGES;
  protected readonly options = LANGUAGE_CODES.map((value) => ({
    value,
    word: LANGUAGES[value].name,
    lang: value,
  }));
}
