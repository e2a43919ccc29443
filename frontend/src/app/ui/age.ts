import { Component, computed, inject, input } from '@angular/core';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { toDate } from '../api/conversions';
import { ageWords, fullDate } from './age-words';
import { Clock } from './clock';
import { Words } from './words';

/** "12 min ago", counting on by itself, with the full date on hover. */
@Component({
  selector: 'desk-age',
  template: `<time [attr.datetime]="date().toISOString()" [title]="full()">{{ age() }}</time>`,
})
export class Age {
  readonly at = input.required<Timestamp>();

  private readonly clock = inject(Clock);
  private readonly words = inject(Words);
  protected readonly date = computed(() => toDate(this.at()));
  protected readonly full = computed(() => fullDate(this.words, this.date()));
  protected readonly age = computed(() => ageWords(this.words, this.date(), this.clock.now()));
}
