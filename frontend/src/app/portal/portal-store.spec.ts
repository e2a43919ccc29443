import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { Inbox } from '../api/inbox';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import type { TicketNews } from '../api/door';
import { providePortalDoor } from '../api/provide-door';
import { Mine } from '../ticket/mine';
import { toPortalQuery } from './portal-query';
import { PortalStore } from './portal-store';

describe('PortalStore', () => {
  let news: Inbox<TicketNews>;
  let pages: Record<string, { tickets: Ticket[]; nextPageToken: string; revision: bigint }>;
  let down: boolean;
  let store: PortalStore;
  const ids = () => store.tickets().map(({ id }) => id);

  beforeEach(() => {
    news = new Inbox();
    down = false;
    pages = {
      '': {
        tickets: [sampleTicket({ id: 3n }), sampleTicket({ id: 2n })],
        nextPageToken: 'second',
        revision: 9n,
      },
      second: {
        tickets: [sampleTicket({ id: 2n }), sampleTicket({ id: 1n })],
        nextPageToken: '',
        revision: 9n,
      },
    };
    TestBed.configureTestingModule({
      providers: [
        providePortalDoor(),
        PortalStore,
        ...provideFakeDesk({
          portal: {
            listTickets: ({ pageToken }) => {
              if (down) {
                throw refusal(Code.Unavailable, 'DOWN');
              }
              return pages[pageToken]!;
            },
            getTicket: ({ ticketId }) => {
              if (ticketId === 7n) {
                throw refusal(Code.NotFound, 'TICKET_CLOSED', { closed_at: '2026-10-05T12:00:00Z' });
              }
              return { ticket: sampleTicket({ id: ticketId }), revision: 9n };
            },
            watchTickets: () => news,
          },
        }),
      ],
    });
    store = TestBed.inject(PortalStore);
  });

  async function list(params = {}): Promise<void> {
    store.ask(toPortalQuery(params));
    await eventually(() => !store.loading());
    TestBed.tick();
  }

  it('adds the next page, and shows no ticket twice', async () => {
    await list();
    await store.readMore();
    expect(ids()).toEqual([3n, 2n, 1n]);
    expect(store.more()).toBe(false);
  });

  it('shows a new ticket by itself', async () => {
    await list();
    news.push({ revision: 10n, ticket: sampleTicket({ id: 4n }) });
    await eventually(() => ids()[0] === 4n);
    expect(ids()).toEqual([4n, 3n, 2n]);
  });

  it('holds a new ticket back while somebody points at the list', async () => {
    await list();
    store.hold(true);
    news.push({ revision: 10n, ticket: sampleTicket({ id: 4n }) });
    await eventually(() => store.waiting() === 1);
    expect(ids()).toEqual([3n, 2n]);
    store.hold(false);
    expect(ids()).toEqual([4n, 3n, 2n]);
  });

  it('keeps the texts of a ticket that is closed while it is on show', async () => {
    await list();
    const closed = sampleTicket({ id: 2n, title: '', description: '', status: Status.CLOSED, version: 2 });
    news.push({ revision: 10n, ticket: closed });
    await eventually(() => store.tickets()[1]?.status === Status.CLOSED);
    expect(store.tickets()[1]?.title).toBe('The projector shows no picture');
  });

  it('finds what was reported from this device, and knows what of it is closed', async () => {
    TestBed.inject(Mine).add(7n);
    TestBed.inject(Mine).add(5n);
    await list({ show: 'mine' });
    expect(ids()).toEqual([5n]);
    expect(store.closedOfMine()).toEqual([{ id: 7n, closedAt: '2026-10-05T12:00:00Z' }]);
  });

  it('asks again by itself when the desk was out of reach', async () => {
    down = true;
    await list();
    expect(store.failure()?.code).toBe(Code.Unavailable);
    down = false;
    dispatchEvent(new Event('online'));
    await eventually(() => store.tickets().length === 2);
    expect(store.failure()).toBeUndefined();
  });
});
