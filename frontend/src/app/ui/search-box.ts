import type { ElementRef } from '@angular/core';
import { Component, DestroyRef, inject, input, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { SEARCH_LIMIT } from './text-bounds';

const TYPING_MS = 250;

/** Words to look for; asked for when the typing pauses, or at once with Enter. */
@Component({
  selector: 'desk-search-box',
  imports: [MatIcon],
  templateUrl: './search-box.html',
  styleUrl: './search-box.scss',
})
export class SearchBox {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly hint = input('');
  readonly look = output<string>();

  protected readonly limit = SEARCH_LIMIT;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  focus(): void {
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  protected typed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), TYPING_MS);
  }

  protected ask(): void {
    clearTimeout(this.timer);
    const words = this.box().nativeElement.value.trim();
    if (words !== this.value()) {
      this.look.emit(words);
    }
  }

  protected clear(): void {
    this.box().nativeElement.value = '';
    this.ask();
  }
}
