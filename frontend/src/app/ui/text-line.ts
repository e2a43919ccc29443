import type { ElementRef } from '@angular/core';
import { Component, computed, inject, input, model, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { codePoints, SHORT_LIMIT } from './text-bounds';
import { Words } from './words';

let count = 0;

/** A text of one line. Ctrl-Enter sends, as in a text box beside it. */
@Component({
  selector: 'desk-text-line',
  imports: [MatIcon],
  templateUrl: './text-line.html',
  styleUrl: './field.scss',
})
export class TextLine {
  readonly label = input.required<string>();
  readonly value = model.required<string>();
  readonly placeholder = input('');
  readonly hint = input('');
  readonly error = input('');
  readonly limit = input(SHORT_LIMIT);
  readonly autocomplete = input('off');
  readonly send = output();

  protected readonly words = inject(Words);
  protected readonly id = `desk-text-line-${++count}`;
  protected readonly length = computed(() => codePoints(this.value()));
  protected readonly nearLimit = computed(() => this.length() >= 0.9 * this.limit());
  private readonly line = viewChild.required<ElementRef<HTMLInputElement>>('line');

  focus(): void {
    this.line().nativeElement.focus();
  }

  protected finish(event: Event): void {
    event.preventDefault();
    this.send.emit();
  }
}
