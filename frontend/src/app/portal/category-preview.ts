import { Component, computed, inject, input } from '@angular/core';
import { CategorySource } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { PORTAL } from '../api/transport';
import { CategoryReason } from '../ticket/category-reason';
import { CategoryTag, isUnsure } from '../ticket/category-tag';
import { LONG_LIMIT, overLimit } from '../ui/text-bounds';
import { Words } from '../ui/words';
import { askWhenTypingPauses } from './ask-when-typing-pauses';

/** Fewer letters say nothing: "wifi" does. */
const LEAST_LETTERS = 4;

/** The category that a text would get if it were reported now, and why. Its place is kept while there is none. */
@Component({
  selector: 'desk-category-preview',
  imports: [CategoryReason, CategoryTag],
  template: `
    <!-- Only the category is told aloud, and so only when it changes. -->
    <span role="status">
      @if (preview(); as found) {
        <desk-category-tag [category]="found.category" [unsure]="unsure()" />
      }
    </span>
    @if (preview(); as found) {
      <span class="dot" aria-hidden="true">·</span>
      <desk-category-reason [ticket]="found" />
    } @else {
      <span class="hint">{{ words.say('portal.preview.hint') }}</span>
    }
  `,
  styleUrl: './category-preview.scss',
})
export class CategoryPreview {
  readonly text = input.required<string>();

  protected readonly words = inject(Words);
  private readonly portal = inject(PORTAL);
  protected readonly preview = askWhenTypingPauses(
    () => {
      const text = this.text();
      return text.trim().length >= LEAST_LETTERS && overLimit(text, LONG_LIMIT) === 0 ? text : undefined;
    },
    async (text, signal) => {
      const { category, confidence, words } = await this.portal.previewCategory({ text }, { signal });
      const categorySource = CategorySource.AUTOMATIC;
      return { category, categorySource, categoryConfidence: confidence, categoryWords: words };
    },
  );
  protected readonly unsure = computed(() => {
    const found = this.preview();
    return found !== undefined && isUnsure(found);
  });
}
