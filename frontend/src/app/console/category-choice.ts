import { Component, inject, input, output } from '@angular/core';
import type { Category, Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { CategoryReason } from '../ticket/category-reason';
import { CategoryTag, isUnsure } from '../ticket/category-tag';
import { CATEGORIES, CATEGORY_MEANINGS } from '../ticket/words';
import { Words } from '../ui/words';

/** The category of a ticket, corrected by one click on another; why it has it, and what belongs to each. */
@Component({
  selector: 'desk-category-choice',
  imports: [CategoryReason, CategoryTag],
  templateUrl: './category-choice.html',
  styleUrl: './category-choice.scss',
})
export class CategoryChoice {
  readonly ticket = input.required<Ticket>();
  readonly choose = output<Category>();

  protected readonly words = inject(Words);
  protected readonly categories = CATEGORIES;
  protected readonly meanings = CATEGORY_MEANINGS;
  protected readonly isUnsure = isUnsure;

  protected press(category: Category): void {
    if (category !== this.ticket().category) {
      this.choose.emit(category);
    }
  }
}
