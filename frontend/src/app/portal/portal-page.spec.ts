import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ListTicketsRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import { Category, Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Inbox } from '../api/inbox';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import type { TicketNews } from '../api/door';
import { Mine } from '../ticket/mine';
import { portalRoutes } from './portal-routes';

describe('PortalPage', () => {
  let requests: ListTicketsRequest[];
  let tickets: Ticket[];
  let news: Inbox<TicketNews>;
  let page: HTMLElement;

  beforeEach(() => {
    requests = [];
    tickets = [sampleTicket({ id: 3n, location: 'Room 10' }), sampleTicket({ id: 2n, location: 'Room 9' })];
    news = new Inbox();
    TestBed.configureTestingModule({
      providers: [
        ...provideFakeDesk({
          portal: {
            countTickets: () => ({
              counts: [{ status: Status.OPEN, category: Category.TECHNICAL_IT, count: 42 }],
            }),
            getTicket: ({ ticketId }) => ({ ticket: sampleTicket({ id: ticketId }), revision: 9n }),
            listTickets: (request) => {
              requests.push(request);
              return { tickets, revision: 9n };
            },
            watchTickets: () => news,
          },
        }),
        provideRouter(portalRoutes, withComponentInputBinding()),
      ],
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function visit(address: string): Promise<void> {
    const harness = await RouterTestingHarness.create(address);
    page = harness.fixture.nativeElement as HTMLElement;
    await eventually(
      () => page.querySelectorAll('desk-ticket-card').length >= tickets.length && requests.length > 0,
    );
  }

  const query = () => new URLSearchParams(TestBed.inject(Router).url.split('?')[1]);
  const numbers = () => [...page.querySelectorAll('desk-ticket-card .number')].map((one) => one.textContent);

  function choose(label: string, word: string): void {
    const choice = [...page.querySelectorAll('desk-choice')].find((one) => one.textContent.includes(label))!;
    const list = choice.querySelector('select')!;
    list.value = [...list.options].find((option) => option.text === word)!.value;
    list.dispatchEvent(new Event('change'));
  }

  it('asks for what its address says', async () => {
    await visit('/portal?q=lamp&status=active&category=facility&place=Room%209');
    expect(requests[0]).toMatchObject({
      text: 'lamp',
      statuses: [Status.ACTIVE],
      categories: [Category.FACILITY_MANAGEMENT],
      location: 'Room 9',
    });
  });

  it('keeps what is chosen in its address, and offers the places that it shows', async () => {
    await visit('/portal?place=Attic');
    const places = [...page.querySelectorAll('desk-choice')].at(-1)!.querySelectorAll('option');
    expect([...places].map(({ text }) => text)).toEqual(['Anywhere', 'Attic', 'Room 9', 'Room 10']);
    choose('Status', 'open');
    await eventually(() => query().has('status'));
    choose('Category', 'Technical IT');
    await eventually(() => query().has('category'));
    choose('Where', 'Room 9');
    await eventually(() => requests.at(-1)?.location === 'Room 9');
    expect(Object.fromEntries(query())).toEqual({ status: 'open', category: 'it', place: 'Room 9' });
    expect(requests.at(-1)).toMatchObject({ statuses: [Status.OPEN], categories: [Category.TECHNICAL_IT] });
  });

  it('passes over what its address cannot mean', async () => {
    await visit('/portal?status=closed&category=nothing&show=theirs');
    expect(requests[0]).toMatchObject({ statuses: [], categories: [], text: '', location: '' });
  });

  it('says what would fill it, and shows everything again', async () => {
    tickets = [];
    await visit('/portal?place=Attic');
    await eventually(() => page.textContent.includes('Nothing is open at “Attic”.'));
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes('Clear'))!.click();
    await eventually(() => page.textContent.includes('Nothing is open. What people report appears here'));
    expect([...query()]).toEqual([]);
  });

  it('has mine on top of all, marked, and new ones of others below them', async () => {
    const { matchMedia } = globalThis;
    jest
      .spyOn(globalThis, 'matchMedia')
      .mockImplementation((query) =>
        query === '(hover: none)' ? { ...matchMedia(query), matches: true } : matchMedia(query),
      );
    TestBed.inject(Mine).add(1n);
    await visit('/portal');
    await eventually(() => numbers().length === 3);
    expect(numbers()).toEqual(['#1', '#3', '#2']);
    const marked = [...page.querySelectorAll('desk-ticket-card')].map(
      (card) => !!card.querySelector('.mine'),
    );
    expect(marked).toEqual([true, false, false]);
    news.push({ revision: 10n, ticket: sampleTicket({ id: 4n }) });
    // Nobody can point at it without touching it: rows come only when they are asked for.
    await eventually(() => page.querySelector('.arrivals button') !== null);
    expect(numbers()).toEqual(['#1', '#3', '#2']);
    page.querySelector<HTMLButtonElement>('.arrivals button')!.click();
    await eventually(() => numbers().length === 4);
    expect(numbers()).toEqual(['#1', '#4', '#3', '#2']);
  });
});
