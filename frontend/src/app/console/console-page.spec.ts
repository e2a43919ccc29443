import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ListTicketsRequest } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { Category, Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { Inbox } from '../api/inbox';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
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
            }),
            listTickets: (request) => {
              requests.push(request);
              if (request.pageToken === 'stale') {
                throw refusal(Code.InvalidArgument, 'INVALID_REQUEST', {}, { page_token: 'is unknown' });
              }
              return {
                tickets: [
                  sampleTicket({ id: 2n, title: 'Second' }),
                  sampleTicket({ id: 1n, title: 'First' }),
                ],
                nextPageToken: 'next',
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

  function button(words: string): HTMLElement | undefined {
    return [...page.querySelectorAll('button')].find(
      (one) => one.textContent.includes(words) || one.getAttribute('aria-label') === words,
    );
  }

  it('asks what the address says', async () => {
    await visit('/console?status=active&category=it&q=wifi&order=changed-newest&size=25');
    expect(requests[0]).toMatchObject({
      statuses: [Status.ACTIVE],
      categories: [Category.TECHNICAL_IT],
      text: 'wifi',
      order: TicketOrder.CHANGED_NEWEST,
      pageSize: 25,
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

  it('keeps the page it is on in the address', async () => {
    await visit('/console');
    button('Next page')!.click();
    await eventually(() => requests.length === 2);
    expect(requests[1]!.pageToken).toBe('next');
    expect(TestBed.inject(Router).url).toContain('page=next');
  });

  it('begins again at the first page when an old address has a page that is not known any more', async () => {
    await visit('/console?status=open&page=stale&nr=4');
    expect(TestBed.inject(Router).url).toBe('/console?status=open');
    expect(requests.at(-1)!.pageToken).toBe('');
  });

  it('gathers what is new, and shows it when asked', async () => {
    await visit('/console');
    news.push({ revision: 10n, ticket: sampleTicket({ id: 3n }) });
    await eventually(() => button('1 new or moved') !== undefined);
    expect(page.querySelectorAll('a.title')).toHaveLength(2);
    button('1 new or moved')!.click();
    await eventually(() => requests.length === 2);
  });

  it('counts each view', async () => {
    await visit('/console');
    await eventually(() => page.querySelector('nav')!.textContent.includes('1,204'));
  });
});
