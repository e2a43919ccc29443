import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ListTicketsRequest } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { Category, Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Inbox } from '../api/inbox';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import type { TicketNews } from '../api/door';
import { consoleRoutes } from './console-routes';

describe('ConsolePage', () => {
  let requests: ListTicketsRequest[];
  let news: Inbox<TicketNews>;
  let page: HTMLElement;

  beforeEach(() => {
    requests = [];
    news = new Inbox();
    TestBed.configureTestingModule({
      providers: [
        ...provideFakeDesk({
          helpdesk: {
            countTickets: () => ({
              counts: [{ status: Status.OPEN, category: Category.TECHNICAL_IT, count: 1_204 }],
              revision: 9n,
              awaitingReplyCount: 5,
              unsureCategoryCount: 3,
            }),
            listTickets: (request) => {
              requests.push(request);
              return {
                tickets: [
                  sampleTicket({ id: 2n, title: 'Second' }),
                  sampleTicket({ id: 1n, title: 'First' }),
                ],
                nextPageToken: '',
                revision: 9n,
              };
            },
            watchTickets: () => news,
          },
        }),
        provideRouter([{ path: 'console', children: consoleRoutes }], withComponentInputBinding()),
      ],
    });
  });

  async function visit(address: string): Promise<void> {
    const harness = await RouterTestingHarness.create(address);
    page = harness.fixture.nativeElement as HTMLElement;
    await eventually(() => page.querySelectorAll('a.title').length === 2);
  }

  function press(key: string): void {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  }

  function headings(): string[] {
    return [...page.querySelectorAll('th')].map((heading) => heading.textContent.trim());
  }

  function button(words: string): HTMLElement | undefined {
    return [...page.querySelectorAll('button')].find(
      (one) => one.textContent.includes(words) || one.getAttribute('aria-label') === words,
    );
  }

  it('asks what the address says', async () => {
    await visit('/console?status=active&category=it&q=wifi&order=changed-newest&place=Lobby&waiting=yes');
    expect(requests[0]).toMatchObject({
      statuses: [Status.ACTIVE],
      categories: [Category.TECHNICAL_IT],
      text: 'wifi',
      order: TicketOrder.CHANGED_NEWEST,
      location: 'Lobby',
      awaitingReply: true,
      unsureCategory: false,
      pageSize: 50,
    });
  });

  it('goes from row to row by j and k, and to the search by a slash', async () => {
    await visit('/console');
    press('j');
    press('j');
    expect(document.activeElement?.textContent.trim()).toBe('First');
    press('k');
    expect(document.activeElement?.textContent.trim()).toBe('Second');
    press('/');
    expect(document.activeElement?.getAttribute('type')).toBe('search');
    press('j');
    expect(document.activeElement?.getAttribute('type')).toBe('search');
  });

  it('keeps the columns in the address, and on the device', async () => {
    await visit('/console?columns=status');
    expect(headings()).toEqual(['', 'What', 'Status']);
    page.querySelector<HTMLElement>('desk-table-layout input')!.click();
    await eventually(() => TestBed.inject(Router).url === '/console?columns=id,status');
    expect(headings()).toEqual(['', '#', 'What', 'Status']);
    expect(localStorage.getItem('campus-desk.table-columns')).toBe('id,status');
  });

  it('keeps a view under a name, and shows it as the one that it is', async () => {
    await visit('/console?q=wifi');
    button('Save this view')!.click();
    await eventually(() => page.querySelector('desk-view-name input') !== null);
    page.querySelector<HTMLInputElement>('desk-view-name input')!.value = 'Wifi';
    page.querySelector<HTMLElement>('desk-view-name [type=submit]')!.click();
    await eventually(() => page.querySelector('.saved a[aria-current]')?.textContent.trim() === 'Wifi');
    expect(page.querySelector('.saved a')!.getAttribute('href')).toBe('/console?q=wifi');
    expect(button('Save this view')).toBeUndefined();
  });

  it('selects rows, and stands a bar in the place of the tools', async () => {
    await visit('/console');
    page.querySelector<HTMLElement>('td.mat-column-select input')!.click();
    await eventually(() => page.textContent.includes('1 ticket selected'));
    expect(page.querySelector<HTMLElement>('.tools')!.hidden).toBe(true);
    button('Clear selection')!.click();
    await eventually(() => !page.textContent.includes('1 ticket selected'));
    expect(document.activeElement?.textContent.trim()).toBe('Second');
  });

  it('gathers what is new, and shows it when asked', async () => {
    await visit('/console');
    news.push({ revision: 10n, ticket: sampleTicket({ id: 3n }) });
    await eventually(() => button('1 new or moved') !== undefined);
    expect(page.querySelectorAll('a.title')).toHaveLength(2);
    button('1 new or moved')!.click();
    await eventually(() => requests.length === 2);
  });

  it('takes in ten thousand changes without rendering ten thousand times', async () => {
    await visit('/console');
    let renderings = 0;
    const seen = new MutationObserver(() => renderings++);
    seen.observe(page, { subtree: true, childList: true, characterData: true });
    for (let change = 1; change <= 10_000; change++) {
      const ticket = sampleTicket({ id: 2n, title: `Change ${change}`, version: 1 + change });
      news.push({ revision: BigInt(9 + change), ticket });
    }
    await eventually(() => page.querySelector('a.title')!.textContent === 'Change 10000');
    expect(renderings).toBeLessThan(100);
    expect([...page.querySelectorAll('a.title')].map((link) => link.textContent)).toEqual([
      'Change 10000',
      'First',
    ]);
    seen.disconnect();
  });

  it('selects no more what another list holds, but still what only stands in another order', async () => {
    await visit('/console');
    page.querySelector<HTMLElement>('td.mat-column-select input')!.click();
    await eventually(() => page.textContent.includes('1 ticket selected'));
    page.querySelector<HTMLElement>('th.mat-column-changed')!.click();
    await eventually(() => requests.at(-1)!.order === TicketOrder.CHANGED_NEWEST);
    expect(page.textContent).toContain('1 ticket selected');
    page.querySelector<HTMLElement>('nav a[href*="status=closed"]')!.click();
    await eventually(() => !page.textContent.includes('1 ticket selected'));
  });

  it('counts each view', async () => {
    await visit('/console');
    const counts = () => [...page.querySelectorAll('nav .count')].map((count) => count.textContent.trim());
    await eventually(() => counts()[0] === '1,204');
    expect(counts()).toEqual(['1,204', '0', '5', '3', '0', '1,204']);
  });
});
