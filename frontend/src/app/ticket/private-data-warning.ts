import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Word } from '../../i18n/translation';
import { Words } from '../ui/words';
import { privateDataIn, type PrivateData } from './private-data';

const NAMES: Readonly<Record<PrivateData, Word>> = {
  email: 'ticket.private.email',
  account: 'ticket.private.account',
  card: 'ticket.private.card',
  matriculation: 'ticket.private.matriculation',
  phone: 'ticket.private.phone',
};

/** Says calmly that a text shows what everybody will be able to read. Whoever leaves it just sends it. */
@Component({
  selector: 'desk-private-data-warning',
  imports: [MatIcon],
  template: `
    <p role="status">
      @if (seen().length > 0) {
        <mat-icon svgIcon="problem" /><span>{{ words.say('ticket.private.warning', { what: what() }) }}</span>
      }
    </p>
  `,
  styleUrl: './private-data-warning.scss',
})
export class PrivateDataWarning {
  readonly texts = input.required<readonly string[]>();

  protected readonly words = inject(Words);
  protected readonly seen = computed(() => privateDataIn(this.texts().join('\n')));
  protected readonly what = computed(() =>
    this.words.list(this.seen().map((kind) => this.words.say(NAMES[kind]))),
  );
}
