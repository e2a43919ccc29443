import { Component, computed, inject, input, output } from '@angular/core';
import { Words } from '../ui/words';
import { monthWords } from './month-axis';
import {
  choosableMonths,
  formatMonthRange,
  MONTH_PRESETS,
  type MonthPreset,
  type MonthRange,
} from './month-range';

/** Which months to look at: one of three usual ranges, or from one month to another. */
@Component({
  selector: 'desk-month-chooser',
  templateUrl: './month-chooser.html',
  styleUrl: './period-chooser.scss',
})
export class MonthChooser {
  readonly range = input.required<MonthRange>();
  /** The month it is now, and the first and last ones shown, as "2026-10". */
  readonly now = input.required<string>();
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  readonly choose = output<MonthRange>();

  protected readonly words = inject(Words);
  protected readonly presets = MONTH_PRESETS;
  protected readonly years = computed(() => choosableMonths(this.now(), this.from()));

  protected isChosen(preset: MonthRange): boolean {
    return formatMonthRange(preset) === formatMonthRange(this.range());
  }

  protected monthWords(month: string): string {
    return monthWords(this.words, month, { month: 'short', year: 'numeric' });
  }

  protected presetWords({ last }: MonthPreset): string {
    return last === 'all'
      ? this.words.say('analysis.months.all')
      : this.words.say('analysis.months.last', { count: last });
  }

  /** Of a range that would end before it begins, the bound just chosen stays. */
  protected chooseFrom(from: string): void {
    this.choose.emit({ from, to: from > this.to() ? from : this.to() });
  }

  protected chooseTo(to: string): void {
    this.choose.emit({ from: this.from() > to ? to : this.from(), to });
  }
}
