import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Word } from '../../i18n/translation';
import { Words } from '../ui/words';
import { CARDS, moveCard, toggleCard, type Arrangement, type Card } from './arrangement';

const TITLES: Readonly<Record<Card, Word>> = {
  backlog: 'analysis.title.backlog',
  resolution: 'analysis.title.resolution',
  workload: 'analysis.title.workload',
  flow: 'analysis.title.flow',
};

/** Which cards stand on the dashboard, and in which order. */
@Component({
  selector: 'desk-card-arranger',
  imports: [MatIcon, MatIconButton],
  templateUrl: './card-arranger.html',
  styleUrl: './card-arranger.scss',
  host: { '(keydown.escape)': 'close()' },
})
export class CardArranger {
  readonly cards = input.required<Arrangement>();
  readonly arrange = output<Arrangement>();

  protected readonly words = inject(Words);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly box = viewChild.required<ElementRef<HTMLDetailsElement>>('box');
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');

  /** Those that are shown first, in their order. */
  protected readonly rows = computed(() => {
    const shown = this.cards();
    return [...shown, ...CARDS.filter((card) => !shown.includes(card))].map((card) => ({
      card,
      title: this.words.say(TITLES[card]),
      shown: shown.includes(card),
      alone: shown.length === 1 && shown[0] === card,
      isFirst: card === shown[0],
      isLast: card === shown.at(-1),
    }));
  });

  protected close(): void {
    this.box().nativeElement.open = false;
    this.opener().nativeElement.focus();
  }

  protected toggle(event: Event, card: Card): void {
    const cards = toggleCard(this.cards(), card);
    if (cards === this.cards()) {
      event.preventDefault();
      return;
    }
    this.arrange.emit(cards);
    this.keepFocus(`[data-card=${card}] input`);
  }

  protected move(card: Card, by: -1 | 1): void {
    const cards = moveCard(this.cards(), card, by);
    this.arrange.emit(cards);
    const place = {
      title: this.words.say(TITLES[card]),
      place: cards.indexOf(card) + 1,
      count: cards.length,
    };
    void this.announcer.announce(this.words.say('analysis.arrange.moved', place));
    this.keepFocus(`[data-card=${card}] [data-by='${by}']`);
  }

  /** A row that moves loses it. */
  private keepFocus(selector: string): void {
    const restore = () => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    // The address says it first, and the rows follow.
    setTimeout(() => afterNextRender({ read: restore }, { injector: this.injector }));
  }
}
