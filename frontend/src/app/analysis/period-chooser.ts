import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Words } from '../ui/words';
import { formatPeriod, periodError, PRESETS, type Period, type PeriodUnit } from './period';

/** How far back to look: one of three usual periods, or any number of hours or days. */
@Component({
  selector: 'desk-period-chooser',
  templateUrl: './period-chooser.html',
  styleUrl: './period-chooser.scss',
})
export class PeriodChooser {
  readonly period = input.required<Period>();
  readonly choose = output<Period>();

  protected readonly words = inject(Words);
  protected readonly presets = PRESETS.map((preset) => ({
    preset,
    word: preset.unit === 'h' ? ('ui.length.hours' as const) : ('ui.length.days' as const),
  }));
  protected readonly typed = linkedSignal(() => this.period());
  protected readonly error = computed(() => {
    const mistake = periodError(this.typed());
    return mistake && this.words.say(mistake);
  });

  protected isChosen(preset: Period): boolean {
    return formatPeriod(preset) === formatPeriod(this.period());
  }

  protected type(count: string, unit: string): void {
    const period: Period = { count: Number(count), unit: unit as PeriodUnit };
    this.typed.set(period);
    if (periodError(period) === undefined) {
      this.choose.emit(period);
    }
  }
}
