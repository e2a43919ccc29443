import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Category, CategorySource, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Words } from '../ui/words';
import { CATEGORY_WORDS } from './words';

const LOOK: Readonly<Record<Category, string>> = {
  [Category.UNSPECIFIED]: 'services',
  [Category.FACILITY_MANAGEMENT]: 'facility',
  [Category.TECHNICAL_IT]: 'it',
  [Category.SERVICES_COMPLAINTS]: 'services',
};

/** Of the tickets below this two in three are right, of all others nineteen in twenty: staff look at those first. */
const SURE_FROM = 0.7;

export function isUnsure(ticket: Pick<Ticket, 'categorySource' | 'categoryConfidence'>): boolean {
  return ticket.categorySource === CategorySource.AUTOMATIC && ticket.categoryConfidence < SURE_FROM;
}

/** What kind of problem it is: icon, word and colour, the same everywhere. */
@Component({
  selector: 'desk-category-tag',
  imports: [MatIcon],
  template: `
    <span class="tag">
      <mat-icon [class]="look()" [svgIcon]="'category-' + look()" />
      <span class="word">{{ word() }}</span>
      @if (unsure()) {
        <span class="unsure" [title]="words.say('ticket.category.unsure')">
          <span aria-hidden="true">?</span
          ><span class="visually-hidden">{{ words.say('ticket.category.unsureShort') }}</span>
        </span>
      }
    </span>
  `,
  styleUrl: './category-tag.scss',
})
export class CategoryTag {
  readonly category = input.required<Category>();
  readonly unsure = input(false);

  protected readonly words = inject(Words);
  protected readonly look = computed(() => LOOK[this.category()]);
  protected readonly word = computed(() => this.words.say(CATEGORY_WORDS[this.category()]));
}
