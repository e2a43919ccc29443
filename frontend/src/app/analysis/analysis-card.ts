import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { toDate } from '../api/conversions';
import { readFailureWords } from '../api/failure-words';
import { timeOfDay } from '../ui/age-words';
import { download } from '../ui/download';
import { Late } from '../ui/late';
import { STREAM_WORDS } from '../ui/stream-words';
import { Words } from '../ui/words';
import { tableCsv } from './table-csv';
import type { Answer, Watched } from './watched';

/** The frame of every analysis: the question, the number, the chart and the same as a table, how true it is. */
@Component({
  selector: 'desk-analysis-card',
  imports: [Late, MatIcon, RouterLink],
  templateUrl: './analysis-card.html',
  styleUrl: './analysis-card.scss',
})
export class AnalysisCard {
  readonly question = input.required<string>();
  /** The address of the same analysis alone on its page; '' when it is. */
  readonly enlarge = input.required<string>();
  readonly big = input.required<string>();
  readonly bigWords = input.required<string>();
  readonly watched = input.required<Watched<Answer>>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly words = inject(Words);
  protected readonly stateWords = STREAM_WORDS;
  protected readonly shown = signal<'chart' | 'table'>('chart');
  protected readonly answer = computed(() => this.watched().answer());
  protected readonly problem = computed(() => {
    const failure = this.watched().failure();
    return failure && !this.answer() ? readFailureWords(this.words, failure) : '';
  });
  protected readonly exact = computed(() => {
    const answer = this.answer();
    const time = answer?.asOf ? timeOfDay(this.words, toDate(answer.asOf)) : '';
    return answer && this.words.say('analysis.card.exact', { time, revision: answer.revision });
  });
  protected readonly files = [
    { kind: 'CSV', save: () => this.saveTable() },
    { kind: 'PNG', save: () => this.saveChart() },
  ] as const;
  protected readonly state = computed(() => this.watched().state());

  private saveTable(): void {
    const table = this.host.nativeElement.querySelector('table');
    if (table) {
      this.save('csv', tableCsv(table));
    }
  }

  /** The chart, on the colour that the card has. */
  private saveChart(): void {
    const chart = this.host.nativeElement.querySelector('canvas');
    const card = chart?.closest('.card');
    if (!chart || !card) {
      return;
    }
    const picture = document.createElement('canvas');
    picture.width = chart.width;
    picture.height = chart.height;
    const context = picture.getContext('2d');
    if (context) {
      context.fillStyle = getComputedStyle(card).backgroundColor;
      context.fillRect(0, 0, picture.width, picture.height);
      context.drawImage(chart, 0, 0);
      picture.toBlob((file) => file && this.save('png', file));
    }
  }

  private save(kind: string, file: Blob): void {
    download(`${this.question()} ${this.answer()?.revision ?? ''}.${kind}`, file);
  }
}
