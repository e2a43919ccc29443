import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Words } from '../ui/words';
import { toParams } from './console-query';
import type { SavedView } from './saved-views';
import { ViewName } from './view-name';
import type { View } from './views';

/** A view, and how many tickets stand in it. */
export type CountedView = View & { readonly counted: number | undefined };

/** The views of the table that everybody has, those that this device keeps, and the way to the analyses. */
@Component({
  selector: 'desk-view-list',
  imports: [MatIcon, MatIconButton, RouterLink, ViewName],
  templateUrl: './view-list.html',
  styleUrl: './view-list.scss',
})
export class ViewList {
  readonly views = input.required<readonly CountedView[]>();
  readonly current = input.required<string | undefined>();
  readonly saved = input.required<readonly SavedView[]>();
  /** What stands in the address now. */
  readonly address = input.required<string>();
  readonly save = output<string>();
  readonly rename = output<{ readonly from: string; readonly to: string }>();
  readonly remove = output<string>();

  protected readonly words = inject(Words);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** The view whose name is being changed; '' is one that is being made. */
  protected readonly editing = signal<string | undefined>(undefined);
  protected readonly links = computed(() =>
    this.views().map((view) => ({ ...view, params: toParams(view.shows) })),
  );
  protected readonly savedLinks = computed(() =>
    this.saved().map(({ name, address }) => ({
      name,
      params: Object.fromEntries(new URLSearchParams(address)),
      isCurrent: address === this.address(),
    })),
  );
  protected readonly isSaved = computed(() => this.savedLinks().some(({ isCurrent }) => isCurrent));
  protected readonly canSave = computed(() => this.address() !== '' && !this.isSaved());

  /** The form goes, and focus stays in the list. */
  protected finish(): void {
    this.editing.set(undefined);
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('a[aria-current]')?.focus(), {
      injector: this.injector,
    });
  }
}
