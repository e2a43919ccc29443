import type { ElementRef } from '@angular/core';
import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Code } from '@connectrpc/connect';
import type { Word } from '../../i18n/translation';
import { failureWords, fieldWords } from '../api/failure-words';
import { Online } from '../api/online';
import { Clock } from '../ui/clock';
import { Late } from '../ui/late';
import { Words } from '../ui/words';
import { Copy } from './copy';
import { draftKeyOf, isUnsure, textOf, toFailureAgain, type Letter } from './letter';
import { Outbox } from './outbox';
import { Postman } from './postman';

type State = 'sending' | 'waiting' | 'unsure' | 'refused';

/** What waits to be sent, with its ways out: edit it, remove it, and where it got stuck, send it again or copy it. */
@Component({
  selector: 'desk-outbox-list',
  imports: [Late, MatButton, MatIcon],
  templateUrl: './outbox-list.html',
  styleUrl: './outbox-list.scss',
  host: { '[class.empty]': 'empty()' },
})
export class OutboxList {
  /** The draft whose letters it shows, by its key; all where there is none. */
  readonly of = input<string>();
  /** A letter is back in the box that it was written in. */
  readonly takenBack = output<Letter>();

  protected readonly words = inject(Words);
  protected readonly copy = new Copy();
  private readonly outbox = inject(Outbox);
  private readonly postman = inject(Postman);
  private readonly online = inject(Online);
  private readonly clock = inject(Clock);
  private readonly region = viewChild.required<ElementRef<HTMLElement>>('region');
  /** The last one removed, for whoever did not mean it. */
  protected readonly removed = signal<Letter | undefined>(undefined);
  /** The request id of a letter that found another text in its box. */
  protected readonly inTheWay = signal('');
  protected readonly copied = signal('');

  private readonly letters = computed(() => {
    const key = this.of();
    return this.outbox.letters().filter((letter) => key === undefined || draftKeyOf(letter) === key);
  });
  protected readonly rows = computed(() =>
    this.letters().map((letter) => {
      const state = this.stateOf(letter);
      return {
        letter,
        state,
        text: textOf(letter),
        what: this.whatIs(letter),
        problem: this.problemOf(letter, state),
        mayGoAgain: state === 'unsure' || (state === 'refused' && !isFinal(letter)),
      };
    }),
  );
  protected readonly empty = computed(() => this.rows().length === 0 && !this.removed());
  /** What is the matter with those that wait, said once. */
  protected readonly matter = computed(() => {
    if (!this.rows().some(({ state }) => state === 'waiting')) {
      return '';
    }
    const { durable } = this.outbox;
    return this.words.say(durable() ? this.delay() : 'ticket.outbox.unkept');
  });

  protected takeBack(letter: Letter): void {
    const taken = this.outbox.takeBack(letter);
    this.inTheWay.set(taken ? '' : letter.requestId);
    if (taken) {
      this.takenBack.emit(letter);
    }
  }

  protected remove(letter: Letter): void {
    this.outbox.remove(letter);
    this.removed.set(letter);
    // Its button has gone with it.
    this.region().nativeElement.focus();
  }

  protected undo(letter: Letter): void {
    this.outbox.put(letter);
    this.removed.set(undefined);
    this.region().nativeElement.focus();
  }

  protected sendAgain(letter: Letter): void {
    this.postman.sendAgain(letter);
  }

  protected copyText(letter: Letter): void {
    this.copy.run(textOf(letter));
    this.copied.set(letter.requestId);
  }

  private stateOf(letter: Letter): State {
    if (letter.refusal) {
      return 'refused';
    }
    if (isUnsure(letter, this.clock.now())) {
      return 'unsure';
    }
    const isUnderWay = this.postman.sending() === letter.requestId;
    return isUnderWay && !this.postman.failure() ? 'sending' : 'waiting';
  }

  private whatIs(letter: Letter): string {
    return letter.kind === 'report'
      ? [this.words.say('ticket.outbox.report'), letter.location].filter(Boolean).join(' · ')
      : this.words.say('ticket.outbox.message', { id: letter.ticketId });
  }

  private problemOf(letter: Letter, state: State): string {
    if (this.inTheWay() === letter.requestId) {
      return this.words.say('ticket.outbox.inTheWay');
    }
    if (letter.refusal) {
      const failure = toFailureAgain(letter.refusal);
      const fields = [...failure.fields.keys()].map((field) => fieldWords(this.words, failure, field));
      return fields.join(' ') || failureWords(this.words, failure);
    }
    return state === 'unsure' ? this.words.say('ticket.outbox.unsure') : '';
  }

  private delay(): Word {
    if (!this.online.online()) {
      return 'ticket.outbox.offline';
    }
    return this.postman.failure()?.code === Code.Unauthenticated
      ? 'ticket.outbox.signedOff'
      : 'api.stillTrying';
  }
}

/** Sent again as it is it would be refused again. */
function isFinal({ refusal }: Letter): boolean {
  return (
    refusal?.reason === 'TICKET_CLOSED' ||
    refusal?.code === Code.InvalidArgument ||
    refusal?.code === Code.NotFound
  );
}
