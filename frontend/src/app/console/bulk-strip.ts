import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Words } from '../ui/words';
import { BulkRun, type Refused } from './bulk-run';
import { ConsoleStore } from './console-store';
import type { Deed } from './deed';
import { refusalWords } from './refusal-words';
import { Selection } from './selection';

/** How far it is with the selected tickets, and in the end what was refused, each with its reason. */
@Component({
  selector: 'desk-bulk-strip',
  imports: [MatButton, MatIcon, MatIconButton, RouterLink],
  templateUrl: './bulk-strip.html',
  styleUrl: './bulk-strip.scss',
})
export class BulkStrip {
  protected readonly words = inject(Words);
  protected readonly run = inject(BulkRun);
  private readonly selection = inject(Selection);
  private readonly store = inject(ConsoleStore);
  private readonly injector = inject(Injector);
  private readonly result = viewChild<string, ElementRef<HTMLElement>>('result', { read: ElementRef });
  /** Those whose rows show it already. */
  private readonly shown = new Set(this.run.current()?.done.keys());

  /** How many have had their turn. */
  protected readonly reached = computed(() => {
    const bulk = this.run.current();
    return bulk ? bulk.done.size + bulk.refused.length : 0;
  });
  protected readonly ended = computed(() => {
    const bulk = this.run.current();
    return bulk && bulk.state !== 'running'
      ? this.words.say('console.bulk.result', {
          done: bulk.done.size,
          refused: bulk.refused.length,
          left: bulk.total - this.reached(),
        })
      : '';
  });
  protected readonly refused = computed(() => {
    const bulk = this.run.current();
    return (bulk?.refused ?? []).map((one) => ({
      id: String(one.ticketId),
      title: one.ticket?.title ?? '',
      reason: bulk ? this.reasonOf(bulk.deed, one) : '',
    }));
  });

  constructor() {
    effect(() => {
      const done = this.run.current()?.done ?? [];
      untracked(() => {
        for (const [id, { ticket, revision }] of done) {
          if (!this.shown.has(id)) {
            this.shown.add(id);
            this.selection.drop(id);
            if (ticket) {
              this.store.put(ticket, revision);
            }
          }
        }
      });
    });
    effect(() => {
      if (this.run.running()) {
        this.shown.clear();
      } else if (this.ended()) {
        this.arrive();
      }
    });
  }

  /** The bar has gone with the selection: whoever was there finds focus where it is told what happened. */
  private arrive(): void {
    afterNextRender(
      () => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) {
          this.result()?.nativeElement.focus();
        }
      },
      { injector: this.injector },
    );
  }

  private reasonOf(deed: Deed, { reason, ticket }: Refused): string {
    return 'hindrance' in reason
      ? this.words.say(reason.hindrance)
      : refusalWords(this.words, deed, reason.failure, ticket);
  }
}
