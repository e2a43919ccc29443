import { effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import type { Word } from '../../i18n/translation';
import { Words } from './words';

const PRODUCT = 'Campus Desk';

/** "Report a problem · Campus Desk". A route's title is a word; a page that knows more (a ticket's title) says so by `show`. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly words = inject(Words);
  private readonly page = signal<() => string | undefined>(() => undefined);

  constructor() {
    super();
    effect(() => {
      const text = this.page()();
      this.title.setTitle(text ? `${text} · ${PRODUCT}` : PRODUCT);
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const word = this.buildTitle(snapshot) as Word | undefined;
    this.page.set(() => word && this.words.say(word));
  }

  show(text: string): void {
    this.page.set(() => text);
  }
}
