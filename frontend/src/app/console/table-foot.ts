import { Component, computed, inject, input } from '@angular/core';
import type { StreamState } from '../api/stream';
import { STREAM_WORDS } from '../ui/stream-words';
import { Words } from '../ui/words';
import { MOST_ROWS, type Range } from './read-list';

/** Which rows are in sight of how many, how far the reading has come, and whether the table changes by itself. */
@Component({
  selector: 'desk-table-foot',
  template: `
    <div class="numbers">
      <span class="state" [class]="state()" role="status">{{ words.say(stateWords[state()]) }}</span>
      @if (readingOn()) {
        <progress [attr.aria-label]="progress()" [value]="read()" [max]="goal()"></progress>
        <span class="progress">{{ progress() }}</span>
      } @else if (isCut()) {
        <span class="progress">{{ words.say('console.foot.most', { most }) }}</span>
      }
      <span class="range">{{ range() }}</span>
    </div>
  `,
  styleUrl: './table-foot.scss',
})
export class TableFoot {
  readonly sight = input.required<Range>();
  /** How many rows have been read. */
  readonly read = input.required<number>();
  /** How many there are in all, where that is known. */
  readonly total = input<number>();
  /** Whether the table changes by itself right now. */
  readonly state = input.required<StreamState>();

  protected readonly words = inject(Words);
  protected readonly stateWords = STREAM_WORDS;
  protected readonly most = MOST_ROWS;
  protected readonly goal = computed(() => Math.min(this.total() ?? this.sight().end, MOST_ROWS));
  protected readonly readingOn = computed(
    () => this.read() > 0 && this.sight().end > this.read() && this.read() < this.goal(),
  );
  protected readonly isCut = computed(
    () =>
      this.read() >= MOST_ROWS && this.sight().end >= this.read() && this.read() < (this.total() ?? Infinity),
  );
  protected readonly progress = computed(() =>
    this.total() === undefined
      ? this.words.say('console.foot.readingMore', { read: this.read() })
      : this.words.say('console.foot.reading', { read: this.read(), total: this.goal() }),
  );
  protected readonly range = computed(() => {
    const { start, end } = this.sight();
    const total = this.total();
    const about = { first: Math.min(start + 1, end), last: end, read: this.read() };
    return total === undefined
      ? this.words.say('console.foot.rangeSoFar', about)
      : this.words.say('console.foot.range', { ...about, total: Math.max(total, end) });
  });
}
