import { Component, computed, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { toDate } from '../api/conversions';
import { readFailureWords } from '../api/failure-words';
import { timeOfDay } from '../ui/age-words';
import { Late } from '../ui/late';
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

  protected readonly shown = signal<'chart' | 'table'>('chart');
  protected readonly answer = computed(() => this.watched().answer());
  protected readonly problem = computed(() => {
    const failure = this.watched().failure();
    return failure && !this.answer() ? readFailureWords(failure) : '';
  });
  protected readonly exact = computed(() => {
    const answer = this.answer();
    const at = answer?.asOf ? timeOfDay(toDate(answer.asOf)) : '';
    return answer && `exact as of ${at} · change ${answer.revision.toLocaleString('en')}`;
  });
  protected readonly state = computed(() => this.watched().state());
}
