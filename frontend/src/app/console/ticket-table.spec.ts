import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatSortHarness } from '@angular/material/sort/testing';
import { MatTableHarness } from '@angular/material/table/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Category, Side, Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import { USUAL_COLUMNS } from './table-columns';
import { toRow, type TableRow } from './table-row';
import { TicketTable, type Picked } from './ticket-table';

describe('TicketTable', () => {
  let fixture: ComponentFixture<TicketTable>;
  let loader: HarnessLoader;
  let page: HTMLElement;
  let rows: (TableRow | undefined)[];

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: provideFakeDesk({}) });
    fixture = TestBed.createComponent(TicketTable);
    rows = [
      toRow(sampleTicket({ messageCount: 3, lastMessageSide: Side.USER })),
      toRow(
        sampleTicket({
          id: 1041n,
          title: 'Water in the hall',
          status: Status.ACTIVE,
          category: Category.FACILITY_MANAGEMENT,
          categoryConfidence: 0.2,
        }),
      ),
    ];
    const inputs = {
      order: TicketOrder.OPENED_NEWEST,
      columns: USUAL_COLUMNS,
      density: 'comfortable',
      indexOf: (id: bigint) => rows.findIndex((row) => row?.ticket.id === id),
      rows,
    };
    Object.entries(inputs).forEach(([name, value]) => fixture.componentRef.setInput(name, value));
    loader = TestbedHarnessEnvironment.loader(fixture);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  });

  const show = async (inputs: Readonly<Record<string, unknown>>) => {
    Object.entries(inputs).forEach(([name, value]) => fixture.componentRef.setInput(name, value));
    await fixture.whenStable();
  };
  const at = () => document.activeElement?.textContent.trim();
  const row = (id: number) => page.querySelector<HTMLElement>(`tr[data-ticket="${id}"]`)!;
  const picks = () => {
    const heard: Picked[] = [];
    fixture.componentInstance.pick.subscribe((picked) => heard.push(picked));
    return heard;
  };

  it('shows a row for each ticket, with words and not only colours', async () => {
    const table = await loader.getHarness(MatTableHarness);
    const [first, second] = await table.getCellTextByIndex();
    expect(first).toEqual([
      '',
      '1042',
      expect.stringContaining('The projector shows no picture'),
      expect.stringContaining('Technical IT'),
      'open',
      '2 min ago',
      '2 min ago',
      expect.stringMatching(/^3 ?, the last from the user: it waits for our answer/),
    ]);
    expect(second![3]).toContain('not sure');
    expect(second![4]).toBe('in work');
  });

  it('tells how many rows there are, and which one each is', async () => {
    const table = page.querySelector('table')!;
    expect(table.getAttribute('aria-rowcount')).toBe('-1');
    await show({ total: 5_000 });
    expect(table.getAttribute('aria-rowcount')).toBe('5001');
    expect([...page.querySelectorAll('tr')].map((one) => one.getAttribute('aria-rowindex'))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  it('renders of thousands of rows only some, and those that are not read as such', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      index < 5 ? toRow(sampleTicket({ id: BigInt(5_000 - index) })) : undefined,
    );
    await show({ rows: many });
    expect(page.querySelectorAll('tr[data-ticket]')).toHaveLength(5);
    expect(page.querySelectorAll('tr[mat-row]').length).toBeLessThan(60);
    expect(page.querySelectorAll('tr[mat-row] .skeleton').length).toBeGreaterThan(5);
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
    fixture.componentInstance.step(1);
    expect(at()).toBe('The projector shows no picture');
    fixture.componentInstance.step(1);
    fixture.componentInstance.step(1);
    expect(at()).toBe('Water in the hall');
    fixture.componentInstance.step(-1);
    expect(at()).toBe('The projector shows no picture');
  });

  it('is one stop of the tab key, and goes on by the arrows', () => {
    const stops = () =>
      [...page.querySelectorAll('tr[mat-row] a, tr[mat-row] input')].map((one) =>
        one.getAttribute('tabindex'),
      );
    fixture.componentInstance.step(1);
    fixture.detectChanges();
    expect(stops()).toEqual([null, null, '-1', '-1']);
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
    );
    fixture.detectChanges();
    expect(at()).toBe('Water in the hall');
    expect(stops()).toEqual(['-1', '-1', null, null]);
  });

  it('gives focus back to the row that had it, wherever its row is after the table was read again', async () => {
    fixture.componentInstance.step(1);
    await show({ rows: [] });
    expect(document.activeElement?.matches('cdk-virtual-scroll-viewport')).toBe(true);
    await show({ rows: [rows[1], rows[0]] });
    expect(at()).toBe('The projector shows no picture');
  });

  it('does not fetch focus back from where somebody has gone', async () => {
    const elsewhere = document.body.appendChild(document.createElement('button'));
    fixture.componentInstance.step(1);
    elsewhere.focus();
    elsewhere.blur();
    await show({ rows: [rows[1], rows[0]] });
    expect(document.activeElement).toBe(document.body);
    elsewhere.remove();
  });

  it('chooses the ticket whose row is pressed anywhere', () => {
    const chosen: bigint[] = [];
    fixture.componentInstance.choose.subscribe((id) => chosen.push(id));
    row(1041).querySelector<HTMLElement>('td.mat-column-status')!.click();
    expect(chosen).toEqual([1041n]);
  });

  it('selects by the box, by the space bar on the title, and a range with shift', () => {
    const heard = picks();
    row(1041).querySelector<HTMLElement>('input')!.click();
    row(1042)
      .querySelector('td.mat-column-status')!
      .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
    row(1041)
      .querySelector('a.title')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
    expect(heard).toEqual([
      { id: 1041n, range: false },
      { id: 1042n, range: true },
      { id: 1041n, range: false },
    ]);
  });

  it('leaves checked what a range ends with that was selected before', async () => {
    await show({ selected: new Set([1042n]) });
    const box = row(1042).querySelector('input')!;
    box.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
    await fixture.whenStable();
    expect([row(1042), row(1041)].map((one) => one.querySelector('input')!.checked)).toEqual([true, false]);
  });

  it('has the columns that are wanted', async () => {
    await show({ columns: ['place', 'status'] });
    const table = await loader.getHarness(MatTableHarness);
    const [header] = await table.getHeaderRows();
    expect(await header!.getCellTextByIndex()).toEqual(['', 'What', 'Place', 'Status']);
    expect(row(1042).querySelector('.mat-column-place')?.textContent.trim()).toBe('Room 2.14');
  });
});
