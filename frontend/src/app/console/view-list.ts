import { Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';

export type View = {
  readonly name: string | null;
  readonly word: string;
  readonly icon: string;
  readonly count: number | undefined;
};

/** The views of the table, with how many tickets stand in each; the analyses below them. */
@Component({
  selector: 'desk-view-list',
  imports: [MatIcon, RouterLink],
  template: `
    <nav aria-label="Views">
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
              <span class="word">{{ view.word }}</span>
              <span class="count numbers">{{ view.count?.toLocaleString('en') }}</span>
            </a>
          </li>
        }
        <li class="analyses">
          <a routerLink="/console/analysis">
            <mat-icon svgIcon="chart" />
            <span class="word">Analyses</span>
          </a>
        </li>
      </ul>
    </nav>
  `,
  styleUrl: './view-list.scss',
})
export class ViewList {
  readonly views = input.required<readonly View[]>();
  readonly current = input.required<string | null>();
}
