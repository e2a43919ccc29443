import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../ui/words';
import { LanguageSwitch } from './language-switch';
import { OutboxSign } from './outbox-sign';
import { SchemeSwitch } from './scheme-switch';

/** The bar on top of every page: the way home, the language and the scheme. */
@Component({
  selector: 'desk-top-bar',
  imports: [LanguageSwitch, OutboxSign, RouterLink, SchemeSwitch],
  template: `
    <header>
      <a class="home" routerLink="/" [attr.aria-label]="words.say('shell.home')">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" />
          <path
            class="speech"
            d="M8 9.5h16a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-8.6L10.5 25v-4.5H8A1.5 1.5 0 0 1 6.5 19v-8A1.5 1.5 0 0 1 8 9.5Z"
          />
          <path class="tick" d="m11.6 15.1 3 3 5.8-5.9" />
        </svg>
        <span class="name">Campus Desk</span>
      </a>
      <div class="switches">
        <desk-outbox-sign />
        <desk-language-switch />
        <desk-scheme-switch />
      </div>
    </header>
  `,
  styleUrl: './top-bar.scss',
})
export class TopBar {
  protected readonly words = inject(Words);
}
