import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatSortHarness } from '@angular/material/sort/testing';
import { MatTableHarness } from '@angular/material/table/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Category, Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import { toRow } from './table-row';
import { TicketTable } from './ticket-table';

describe('TicketTable', () => {
  let fixture: ComponentFixture<TicketTable>;
  let loader: HarnessLoader;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: provideFakeDesk({}) });
    fixture = TestBed.createComponent(TicketTable);
    fixture.componentRef.setInput('order', TicketOrder.OPENED_NEWEST);
    fixture.componentRef.setInput('rows', [
      toRow(sampleTicket({ messageCount: 3 })),
      toRow(
        sampleTicket({
          id: 1041n,
          title: 'Water in the hall',
          status: Status.ACTIVE,
          category: Category.FACILITY_MANAGEMENT,
          categoryConfidence: 0.2,
        }),
      ),
    ]);
    loader = TestbedHarnessEnvironment.loader(fixture);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  });

  it('shows a row for each ticket, with words and not only colours', async () => {
    const table = await loader.getHarness(MatTableHarness);
    const [first, second] = await table.getCellTextByIndex();
    expect(first).toEqual([
      '1042',
      expect.stringContaining('The projector shows no picture'),
      expect.stringContaining('Technical IT'),
      'open',
      '2 min ago',
      '2 min ago',
      expect.stringMatching(/^3/),
    ]);
    expect(second![2]).toContain('not sure');
    expect(second![3]).toBe('in work');
  });

  it('asks for the other order when a heading is pressed, and tells which one it shows', async () => {
    const orders: TicketOrder[] = [];
    fixture.componentInstance.reorder.subscribe((order) => orders.push(order));
    const sort = await loader.getHarness(MatSortHarness);
    const [opened, changed] = await sort.getSortHeaders();
    expect(await opened!.getSortDirection()).toBe('desc');
    await opened!.click();
    await changed!.click();
    expect(orders).toEqual([TicketOrder.OPENED_OLDEST, TicketOrder.CHANGED_NEWEST]);
  });

  it('goes from row to row, and not past the last', () => {
    const at = () => document.activeElement?.textContent.trim();
    fixture.componentInstance.step(1);
    expect(at()).toBe('The projector shows no picture');
    fixture.componentInstance.step(1);
    fixture.componentInstance.step(1);
    expect(at()).toBe('Water in the hall');
    fixture.componentInstance.step(-1);
    expect(at()).toBe('The projector shows no picture');
  });

  it('chooses the ticket whose row is pressed anywhere', () => {
    const chosen: bigint[] = [];
    fixture.componentInstance.choose.subscribe((id) => chosen.push(id));
    page.querySelector<HTMLElement>('tr:nth-of-type(2) td.mat-column-status')!.click();
    expect(chosen).toEqual([1041n]);
  });
});
