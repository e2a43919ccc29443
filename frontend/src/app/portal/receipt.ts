import type { ElementRef } from '@angular/core';
import { afterNextRender, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { CategoryReason } from '../ticket/category-reason';
import { CategoryTag } from '../ticket/category-tag';
import { Copy } from '../ticket/copy';
import { Words } from '../ui/words';

/** What stands where the report box was, once the desk has the report. */
@Component({
  selector: 'desk-receipt',
  imports: [CategoryReason, CategoryTag, MatButton, MatIcon, RouterLink],
  templateUrl: './receipt.html',
  styleUrl: './receipt.scss',
})
export class Receipt {
  readonly ticket = input.required<Ticket>();
  readonly another = output();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly router = inject(Router);
  protected readonly words = inject(Words);
  protected readonly copy = new Copy();
  protected readonly way = computed(() => ['/portal/tickets', String(this.ticket().id)]);

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected copyLink(): void {
    this.copy.run(location.origin + this.router.serializeUrl(this.router.createUrlTree(this.way())));
  }
}
