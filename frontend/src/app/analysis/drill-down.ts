import { Directive, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { ChartEvent } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { ticketListParams, type TicketList } from '../ticket/list-address';

/** The lists behind the marks of a chart: for each of its data sets, in the order of the marks. */
export type Lists = readonly (readonly Partial<TicketList>[])[];

/** Makes the marks of a chart lead to the tickets that they count, for the pointer; the table has links for everybody. */
@Directive({
  selector: 'canvas[deskDrillDown]',
})
export class DrillDown {
  readonly deskDrillDown = input.required<Lists>();

  private readonly router = inject(Router);
  private readonly chart = inject(BaseChartDirective, { self: true });

  constructor() {
    this.chart.chartClick.subscribe(({ event }) => this.open(event));
    this.chart.chartHover.subscribe(({ event }) => this.point(event));
  }

  private open(event: ChartEvent | undefined): void {
    const list = this.listAt(event);
    if (list) {
      void this.router.navigate(['/console'], { queryParams: ticketListParams(list) });
    }
  }

  private point(event: ChartEvent): void {
    if (event.native?.target instanceof HTMLElement) {
      event.native.target.style.cursor = this.listAt(event) ? 'pointer' : '';
    }
  }

  private listAt(event: ChartEvent | undefined): Partial<TicketList> | undefined {
    const [mark] = event?.native
      ? (this.chart.chart?.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, false) ??
        [])
      : [];
    return mark && this.deskDrillDown()[mark.datasetIndex]?.[mark.index];
  }
}
