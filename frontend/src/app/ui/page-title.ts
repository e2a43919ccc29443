import { inject, Service } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

const PRODUCT = 'Campus Desk';

/** "All tickets · Campus Desk". A page that knows more (a ticket's title) says so by `show`. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.show(this.buildTitle(snapshot));
  }

  show(words: string | undefined): void {
    this.title.setTitle(words ? `${words} · ${PRODUCT}` : PRODUCT);
  }
}
