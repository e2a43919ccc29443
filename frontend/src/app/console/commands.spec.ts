import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import { Inbox } from '../api/inbox';
import type { TicketNews } from '../api/door';
import { consoleRoutes } from './console-routes';

describe('Commands', () => {
  let page: HTMLElement;
  let activated: bigint[];
  const rows = [3n, 2n, 1n].map((id) => sampleTicket({ id, title: `Ticket ${id}` }));

  beforeEach(async () => {
    activated = [];
    TestBed.configureTestingModule({
      providers: [
        ...provideFakeDesk({
          helpdesk: {
            countTickets: () => ({ counts: [], revision: 9n }),
            listTickets: () => ({ tickets: rows, nextPageToken: '', revision: 9n }),
            getTicket: ({ ticketId }) => ({
              ticket: rows.find(({ id }) => id === ticketId)!,
              revision: 9n,
            }),
            listMessages: () => ({}),
            listHistory: () => ({}),
            reportPresence: () => ({}),
            watchTickets: () => new Inbox<TicketNews>(),
            activateTicket: ({ ticketId }) => {
              activated.push(ticketId);
              return {
                ticket: sampleTicket({ id: ticketId, status: Status.ACTIVE, version: 2 }),
                revision: 10n,
              };
            },
          },
        }),
        provideRouter([{ path: 'console', children: consoleRoutes }], withComponentInputBinding()),
      ],
    });
    const harness = await RouterTestingHarness.create('/console');
    page = harness.fixture.nativeElement as HTMLElement;
    await eventually(() => page.querySelectorAll('a.title').length === 3);
  });

  const press = (key: string, more: KeyboardEventInit = {}) =>
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  const panel = () => page.querySelector('desk-ticket-panel h2')?.textContent.trim();

  it('are about the row that has focus', async () => {
    press('j');
    press('j');
    press('a');
    await eventually(() => activated.length === 1);
    expect(activated).toEqual([2n]);
    expect(TestBed.inject(Router).url).toBe('/console');
  });

  it('do nothing where nothing is pointed at', () => {
    press('a');
    press('c');
    press('r');
    expect([activated, TestBed.inject(Router).url]).toEqual([[], '/console']);
  });

  it('open the next ticket and the one before, and stop at the ends of the list', async () => {
    press('n');
    await eventually(() => panel() === 'Ticket 3');
    press('n');
    await eventually(() => panel() === 'Ticket 2');
    press('p');
    await eventually(() => panel() === 'Ticket 3');
    press('p');
    await eventually(() => panel() === 'Ticket 3');
    expect(TestBed.inject(Router).url).toBe('/console/tickets/3');
  });

  it('are about the open ticket where no row has focus', async () => {
    press('n');
    await eventually(() => page.querySelector('desk-ticket-panel textarea') !== null);
    page.querySelector<HTMLElement>('#desk-panel-title')!.focus();
    press('a');
    await eventually(() => activated.length === 1);
    expect(activated).toEqual([3n]);
  });

  it('open the ticket of a row for a reply, and have it ready to be written', async () => {
    press('j');
    press('r');
    await eventually(() => document.activeElement?.tagName === 'TEXTAREA');
    expect(panel()).toBe('Ticket 3');
    press('a');
    expect(activated).toEqual([]);
  });

  it('select and unselect by x', async () => {
    press('j');
    press('x');
    await eventually(
      () => page.querySelector('desk-bulk-bar')?.textContent.includes('1 ticket selected') === true,
    );
    press('x');
    await eventually(() => page.querySelector('desk-bulk-bar') === null);
  });

  it('tell the keys once, and by ? whenever wanted', async () => {
    expect(page.querySelector('desk-first-hint')!.textContent).toContain('Press ?');
    press('?');
    await eventually(() => document.querySelector('desk-key-help') !== null);
    expect(localStorage.getItem('campus-desk.keys-known')).toBe('yes');
  });

  it('wait in the palette for what is typed before it is there', async () => {
    press('k', { ctrlKey: true });
    press('c');
    press('a');
    await eventually(() => document.querySelector<HTMLInputElement>('desk-palette input')?.value === 'ca');
    expect(activated).toEqual([]);
  });
});
