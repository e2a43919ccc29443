import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { ListTicketsRequest } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import type { TicketNews } from '../api/door';
import { Inbox } from '../api/inbox';
import { provideHelpdeskDoor } from '../api/provide-door';
import { toQuery } from './console-query';
import { ConsoleStore } from './console-store';

const COUNT = 4_000;

/** Ticket 4,000 was opened last. */
function ticket(id: number, part: Parameters<typeof sampleTicket>[0] = {}): Ticket {
  return sampleTicket({ id: BigInt(id), openedAt: timestampFromMs(id * 60_000), ...part });
}

describe('ConsoleStore', () => {
  let store: ConsoleStore;
  let injector: Injector & { destroy(): void };
  let news: Inbox<TicketNews>;
  let requests: ListTicketsRequest[];
  let desk: Map<number, Ticket>;
  let failing: boolean;
  let held: Promise<void>;

  beforeEach(() => {
    requests = [];
    news = new Inbox();
    failing = false;
    held = Promise.resolve();
    desk = new Map(Array.from({ length: COUNT }, (_, index) => [COUNT - index, ticket(COUNT - index)]));
    TestBed.configureTestingModule({
      providers: provideFakeDesk({
        helpdesk: {
          async listTickets(request) {
            requests.push(request);
            if (failing) {
              throw refusal(Code.InvalidArgument, 'INVALID_REQUEST');
            }
            const before = Number(request.pageToken || COUNT + 1_000);
            const found = [...desk.values()].filter(
              ({ id, status }) =>
                id < before && (request.statuses.length === 0 || request.statuses.includes(status)),
            );
            const tickets = found.slice(0, request.pageSize);
            if (request.pageToken) {
              await held;
            }
            const nextPageToken = found.length > request.pageSize ? String(tickets.at(-1)!.id) : '';
            return { tickets, nextPageToken, revision: 9n };
          },
          getTicket: ({ ticketId }) => ({ ticket: desk.get(Number(ticketId)), revision: 9n }),
          watchTickets: () => news,
        },
      }),
    });
    injector = Injector.create({
      providers: [...provideHelpdeskDoor(), ConsoleStore],
      parent: TestBed.inject(Injector),
    });
    store = injector.get(ConsoleStore);
  });

  afterEach(() => injector.destroy());

  async function ask(params: Parameters<typeof toQuery>[0] = {}): Promise<void> {
    store.ask(toQuery(params));
    await eventually(() => store.readSoFar() > 0 && !store.loading());
    TestBed.tick();
  }

  const rowIds = (start: number, end: number) =>
    store
      .rows()
      .slice(start, end)
      .map((row) => row && Number(row.ticket.id));
  const isHeld = (index: number) => store.rows()[index] !== undefined;

  it('reads ahead of what is in sight, and not more', async () => {
    await ask();
    store.show({ start: 0, end: 40 });
    expect(store.readSoFar()).toBe(50);
    store.show({ start: 5, end: 45 });
    await eventually(() => store.readSoFar() === 250);
    store.show({ start: 6, end: 46 });
    expect(requests.map(({ pageToken }) => pageToken)).toEqual(['', '3951', '3851']);
    expect(rowIds(0, 3)).toEqual([4_000, 3_999, 3_998]);
  });

  it('reads on to wherever somebody goes, in longer pages, and holds only what is near', async () => {
    await ask();
    store.show({ start: 3_960, end: COUNT });
    await eventually(() => store.readSoFar() === COUNT);
    expect(requests.some(({ pageSize }) => pageSize === 200)).toBe(true);
    expect(store.rows().filter((row) => row !== undefined).length).toBeLessThan(1_400);
    expect([isHeld(0), isHeld(3_999), store.rows().length]).toEqual([false, true, COUNT]);
    expect(store.total()).toBe(COUNT);
  });

  it('reads again what it let go of, with every ticket at its row', async () => {
    await ask({ status: 'open' });
    store.show({ start: 3_960, end: COUNT });
    await eventually(() => isHeld(3_999));
    desk.set(3_950, ticket(3_950, { status: Status.CLOSED, version: 3 }));
    desk.delete(3_900);
    store.show({ start: 0, end: 60 });
    await eventually(() => isHeld(0) && isHeld(50));
    expect(rowIds(48, 53)).toEqual([3_952, 3_951, 3_950, 3_949, 3_948]);
    expect(store.rows()[50]).toMatchObject({ left: true });
    expect(store.pending()).toBe(1);
  });

  it('knows what the stream told while a page was on its way', async () => {
    await ask();
    const waiting = Promise.withResolvers<void>();
    held = waiting.promise;
    store.show({ start: 100, end: 140 });
    await eventually(() => requests.length === 2);
    news.push({ revision: 10n, ticket: ticket(3_890, { status: Status.ACTIVE, version: 2 }) });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    waiting.resolve();
    await eventually(() => isHeld(110));
    expect(store.rows()[110]!.ticket).toMatchObject({ id: 3_890n, status: Status.ACTIVE });
  });

  it('gathers what is new until it is asked for', async () => {
    await ask();
    desk = new Map([[4_001, ticket(4_001)], ...desk]);
    news.push({ revision: 10n, ticket: ticket(4_001) });
    await eventually(() => store.pending() === 1);
    expect([rowIds(0, 1), store.hasNew()]).toEqual([[4_000], true]);
    store.reload();
    await eventually(() => rowIds(0, 1)[0] === 4_001);
    expect([store.pending(), store.hasNew()]).toEqual([0, false]);
  });

  it('stays as long as it was while it is read again, so that nobody loses their place', async () => {
    await ask();
    store.show({ start: 1_000, end: 1_040 });
    await eventually(() => isHeld(1_030));
    const waiting = Promise.withResolvers<void>();
    held = waiting.promise;
    store.reload();
    await eventually(() => store.readSoFar() === 50);
    expect(store.rows().length).toBeGreaterThanOrEqual(1_040);
    waiting.resolve();
    await eventually(() => isHeld(1_030));
  });

  it('says what went wrong, and keeps what it has', async () => {
    await ask();
    failing = true;
    store.show({ start: 100, end: 140 });
    await eventually(() => store.failure() !== undefined);
    expect(rowIds(0, 1)).toEqual([4_000]);
    failing = false;
    store.reload();
    await eventually(() => store.failure() === undefined && isHeld(110));
  });

  it('knows each place of the rows that it holds, once', async () => {
    desk.set(3_999, ticket(3_999, { location: 'Aula' }));
    await ask();
    expect(store.places()).toEqual(['Aula', 'Room 2.14']);
  });
});
