import type { ElementRef } from '@angular/core';
import { afterNextRender, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Words } from '../ui/words';
import type { Conflict } from './text-edit';

/** Two people changed the same text; both stand here, and whoever came second chooses. */
@Component({
  selector: 'desk-conflict-choice',
  imports: [MatButton],
  template: `
    <section aria-labelledby="desk-conflict" role="group">
      <h2 id="desk-conflict" #heading tabindex="-1" class="arrival">
        {{ words.say('portal.conflict.heading', { field: conflict().field }) }}
      </h2>
      <div class="versions">
        <div class="version">
          <h3>{{ words.say('portal.conflict.yours') }}</h3>
          <p dir="auto">{{ conflict().mine || words.say('portal.conflict.empty') }}</p>
          <button matButton="filled" type="button" (click)="choose.emit(conflict().mine)">
            {{ words.say('portal.conflict.keep') }}
          </button>
        </div>
        <div class="version">
          <h3>{{ words.say('portal.conflict.theirs') }}</h3>
          <p dir="auto">{{ conflict().theirs || words.say('portal.conflict.empty') }}</p>
          <button matButton="outlined" type="button" (click)="choose.emit(conflict().theirs)">
            {{ words.say('portal.conflict.take') }}
          </button>
        </div>
      </div>
      @if (both(); as text) {
        <button class="both" matButton type="button" (click)="choose.emit(text)">
          {{ words.say('portal.conflict.both') }}
        </button>
      }
    </section>
  `,
  styleUrl: './conflict-choice.scss',
})
export class ConflictChoice {
  readonly conflict = input.required<Conflict>();
  readonly choose = output<string>();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly words = inject(Words);
  /** One text with all of both, to be put in order by whoever chooses it; empty where one of them has nothing to say. */
  protected readonly both = computed(() => {
    const { field, mine, theirs } = this.conflict();
    return mine && theirs ? `${theirs}${field === 'description' ? '\n\n' : ' / '}${mine}` : '';
  });

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
