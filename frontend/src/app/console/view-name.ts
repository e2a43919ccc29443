import { afterNextRender, Component, inject, type ElementRef, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Words } from '../ui/words';
import { NAME_LIMIT } from './saved-views';

/** Asks for the name of a view, a new one or one that is kept. Escape leaves everything as it is. */
@Component({
  selector: 'desk-view-name',
  imports: [MatButton],
  template: `
    <form (submit)="finish($event)" (keydown.escape)="escape($event)">
      <input
        #name
        type="text"
        autocomplete="off"
        required
        [attr.maxlength]="limit"
        [attr.aria-label]="words.say('console.views.name')"
        [placeholder]="words.say('console.views.name')"
        [value]="value()"
      />
      <div>
        <button matButton="tonal" type="submit">{{ words.say('console.views.keep') }}</button>
        @if (value()) {
          <button matButton type="button" (click)="remove.emit()">
            {{ words.say('console.views.remove') }}
          </button>
        }
        <button matButton type="button" (click)="dismiss.emit()">
          {{ words.say('console.views.cancel') }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './view-name.scss',
})
export class ViewName {
  /** The name that it has; '' is a new one's. */
  readonly value = input('');
  readonly keep = output<string>();
  readonly remove = output();
  readonly dismiss = output();

  protected readonly words = inject(Words);
  protected readonly limit = NAME_LIMIT;
  private readonly name = viewChild.required<ElementRef<HTMLInputElement>>('name');

  constructor() {
    afterNextRender(() => this.name().nativeElement.select());
  }

  protected finish(event: Event): void {
    event.preventDefault();
    const name = this.name().nativeElement.value.trim();
    if (name) {
      this.keep.emit(name);
    }
  }

  protected escape(event: Event): void {
    event.stopPropagation();
    this.dismiss.emit();
  }
}
