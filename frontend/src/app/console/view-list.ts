import { Component, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Word } from '../../i18n/translation';
import { Words } from '../ui/words';

export type View = {
  readonly name: string | null;
  readonly word: Word;
  readonly icon: string;
  readonly count: number | undefined;
};

/** The views of the table, with how many tickets stand in each; the analyses below them. */
@Component({
  selector: 'desk-view-list',
  imports: [MatIcon, RouterLink],
  template: `
    <nav [attr.aria-label]="words.say('console.views.label')">
      <ul>
        @for (view of views(); track view.word) {
          <li>
            <a
              routerLink="/console"
              queryParamsHandling="merge"
              [queryParams]="{ status: view.name, page: null, nr: null, since: null }"
              [attr.aria-current]="view.name === current() ? 'page' : null"
            >
              <mat-icon [svgIcon]="view.icon" />
              <span class="word">{{ words.say(view.word) }}</span>
              <span class="count numbers">{{
                view.count === undefined ? '' : words.number(view.count)
              }}</span>
            </a>
          </li>
        }
        <li class="analyses">
          <a routerLink="/console/analysis">
            <mat-icon svgIcon="chart" />
            <span class="word">{{ words.say('console.views.analyses') }}</span>
          </a>
        </li>
        <li>
          <a routerLink="/report/qr">
            <mat-icon svgIcon="qr-code" />
            <span class="word">{{ words.say('console.views.codes') }}</span>
          </a>
        </li>
      </ul>
    </nav>
  `,
  styleUrl: './view-list.scss',
})
export class ViewList {
  protected readonly words = inject(Words);
  readonly views = input.required<readonly View[]>();
  readonly current = input.required<string | null>();
}
