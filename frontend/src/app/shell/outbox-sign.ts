import type { ElementRef } from '@angular/core';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { Online } from '../api/online';
import type { Letter } from '../ticket/letter';
import { Outbox } from '../ticket/outbox';
import { OutboxList } from '../ticket/outbox-list';
import { Words } from '../ui/words';

/** Shows in the top bar that there is no network, and how much waits to be sent; pressed, what that is. */
@Component({
  selector: 'desk-outbox-sign',
  imports: [MatIcon, OutboxList],
  template: `
    @if (shown()) {
      <button
        type="button"
        popovertarget="desk-outbox"
        [attr.aria-label]="label()"
        [title]="label()"
        [class.offline]="!online()"
      >
        <mat-icon [svgIcon]="online() ? 'outbox' : 'offline'" />
        @if (!online()) {
          <span class="word">{{ words.say('shell.outbox.offline') }}</span>
        }
        @if (count() > 0) {
          <span class="numbers">{{ words.number(count()) }}</span>
        }
      </button>
      <div #panel popover id="desk-outbox" (toggle)="open.set($event.newState === 'open')">
        @if (count() === 0 && !online()) {
          <p>{{ words.say('shell.outbox.kept') }}</p>
        }
        @if (open()) {
          <desk-outbox-list (takenBack)="goTo($event)" />
        }
      </div>
    }
    <span class="visually-hidden" role="status">{{ online() ? '' : words.say('shell.outbox.kept') }}</span>
  `,
  styleUrl: './outbox-sign.scss',
})
export class OutboxSign {
  protected readonly words = inject(Words);
  protected readonly online = inject(Online).online;
  private readonly outbox = inject(Outbox);
  private readonly router = inject(Router);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');

  protected readonly open = signal(false);
  protected readonly count = computed(() => this.outbox.letters().length);
  // As long as somebody looks into it: what was removed last can still come back.
  protected readonly shown = computed(() => this.count() > 0 || !this.online() || this.open());
  protected readonly label = computed(() =>
    this.count() > 0 || this.online()
      ? this.words.say('shell.outbox.waiting', { count: this.count() })
      : this.words.say('shell.outbox.offline'),
  );

  /** To the box that the letter is back in. */
  protected goTo(letter: Letter): void {
    this.panel()?.nativeElement.hidePopover();
    const way =
      letter.kind === 'report'
        ? ['/portal']
        : [letter.door === 'portal' ? '/portal/tickets' : '/console/tickets', letter.ticketId];
    void this.router.navigate(way);
  }
}
