import type { ElementRef } from '@angular/core';
import { afterNextRender, Component, computed, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Conflict, Editable } from './text-edit';

const FIELD_WORDS: Readonly<Record<Editable, string>> = {
  title: 'the title',
  description: 'the description',
  location: 'the place',
};

/** Two people changed the same text; both stand here, and whoever came second chooses. */
@Component({
  selector: 'desk-conflict-choice',
  imports: [MatButton],
  template: `
    <section aria-labelledby="desk-conflict" role="group">
      <h3 id="desk-conflict" #heading tabindex="-1" class="arrival">
        Somebody changed {{ word() }} while you were writing. Nothing is lost: which one shall stay?
      </h3>
      <div class="versions">
        <div class="version">
          <h4>Yours</h4>
          <p dir="auto">{{ conflict().mine || '(empty)' }}</p>
          <button matButton="filled" type="button" (click)="choose.emit(conflict().mine)">Keep mine</button>
        </div>
        <div class="version">
          <h4>Theirs</h4>
          <p dir="auto">{{ conflict().theirs || '(empty)' }}</p>
          <button matButton="outlined" type="button" (click)="choose.emit(conflict().theirs)">
            Take theirs
          </button>
        </div>
      </div>
    </section>
  `,
  styleUrl: './conflict-choice.scss',
})
export class ConflictChoice {
  readonly conflict = input.required<Conflict>();
  readonly choose = output<string>();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly word = computed(() => FIELD_WORDS[this.conflict().field]);

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
