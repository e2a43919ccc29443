import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Arrival } from '../ui/arrival';
import { Words } from '../ui/words';
import { Receipt } from './receipt';
import { ReportBox } from './report-box';

/** The report box alone, where a QR code on a door leads. */
@Component({
  selector: 'desk-report-page',
  imports: [Arrival, MatButton, Receipt, ReportBox, RouterLink],
  template: `
    <main id="main" tabindex="-1">
      <h1 deskArrival>{{ words.say('portal.title') }}</h1>
      @if (sent(); as ticket) {
        <desk-receipt [ticket]="ticket" (another)="sent.set(undefined)" />
      } @else {
        <desk-report-box [place]="location() ?? ''" (reported)="sent.set($event)" />
      }
      <a matButton routerLink="/portal" [queryParams]="{ place: location() || null }">{{
        words.say(location() ? 'portal.report.toPlace' : 'portal.report.toList')
      }}</a>
    </main>
  `,
  styleUrl: './report-page.scss',
})
export class ReportPage {
  readonly location = input<string>();

  protected readonly words = inject(Words);
  protected readonly sent = signal<Ticket | undefined>(undefined);
}
