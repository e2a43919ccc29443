import type { ElementRef } from '@angular/core';
import { Component, viewChild } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { focusOnArrival } from './shell/focus-on-arrival';
import { TopBar } from './shell/top-bar';

/** The frame that every page stands in. */
@Component({
  selector: 'desk-app',
  imports: [RouterOutlet, TopBar],
  template: `
    <button class="skip" type="button" (click)="skip()">Skip to the content</button>
    <desk-top-bar />
    <div #content tabindex="-1" class="content"><router-outlet /></div>
  `,
  styleUrl: './app.scss',
})
export class App {
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
