import type { ElementRef } from '@angular/core';
import { Component, inject, viewChild } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { focusOnArrival } from './shell/focus-on-arrival';
import { Shelf } from './shell/shelf';
import { TopBar } from './shell/top-bar';
import { Words } from './ui/words';

/** The frame that every page stands in. */
@Component({
  selector: 'desk-app',
  imports: [RouterOutlet, Shelf, TopBar],
  template: `
    <button class="skip" type="button" (click)="skip()">{{ words.say('shell.skip') }}</button>
    <desk-top-bar />
    <div #content tabindex="-1" class="content"><router-outlet /></div>
    <desk-shelf />
  `,
  styleUrl: './app.scss',
})
export class App {
  protected readonly words = inject(Words);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  constructor() {
    focusOnArrival();
  }

  /** Not an address fragment: that would be a navigation of its own under a base address. */
  protected skip(): void {
    const content = this.content().nativeElement;
    (content.querySelector<HTMLElement>('main') ?? content).focus();
  }
}
