import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import type { ElementRef } from '@angular/core';
import { Component, computed, inject, input, model, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { codePoints, LONG_LIMIT } from './text-bounds';
import { Words } from './words';

let count = 0;

/** Measuring it by a script costs the first view of the report box a tenth of a second on a phone. */
const GROWS_BY_ITSELF = 'CSS' in globalThis && CSS.supports('field-sizing', 'content');

/** A text of several lines that grows while it is written. Enter makes a line, Ctrl-Enter sends. */
@Component({
  selector: 'desk-text-box',
  imports: [CdkTextareaAutosize, MatIcon],
  templateUrl: './text-box.html',
  styleUrl: './field.scss',
})
export class TextBox {
  readonly label = input.required<string>();
  readonly value = model.required<string>();
  readonly placeholder = input('');
  readonly hint = input('');
  readonly error = input('');
  readonly rows = input(2);
  readonly send = output();

  protected readonly words = inject(Words);
  protected readonly growsByItself = GROWS_BY_ITSELF;
  protected readonly mostRows = 24;
  protected readonly limit = LONG_LIMIT;
  protected readonly id = `desk-text-box-${++count}`;
  protected readonly length = computed(() => codePoints(this.value()));
  protected readonly nearLimit = computed(() => this.length() >= 0.9 * this.limit);
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');

  focus(): void {
    this.area().nativeElement.focus();
  }

  protected finish(event: Event): void {
    event.preventDefault();
    this.send.emit();
  }
}
