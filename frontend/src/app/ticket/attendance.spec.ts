import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Activity, Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { sampleTicket } from '../../testing/sample-ticket';
import { DOOR } from '../api/door';
import { PageVisible } from '../api/page-visible';
import { Attendance } from './attendance';
import { TicketStore } from './ticket-store';

describe('Attendance', () => {
  const ticket = signal<Ticket | undefined>(undefined);
  const visible = signal(true);
  let told: string[];
  let clients: Set<string>;
  let attendance: Attendance;

  beforeEach(() => {
    jest.useFakeTimers();
    ticket.set(undefined);
    visible.set(true);
    told = [];
    clients = new Set();
    TestBed.configureTestingModule({
      providers: [
        Attendance,
        { provide: PageVisible, useValue: { visible } },
        {
          provide: TicketStore,
          useValue: { ticket, closed: () => ticket()?.status === Status.CLOSED },
        },
        {
          provide: DOOR,
          useValue: {
            reportPresence: (request: { ticketId: bigint; activity: Activity; clientId: string }) => {
              told.push(`${request.ticketId} ${Activity[request.activity]}`);
              clients.add(request.clientId);
              return Promise.reject(new Error('nobody cares'));
            },
          },
        },
      ],
    });
    attendance = TestBed.inject(Attendance);
  });

  afterEach(() => jest.useRealTimers());

  async function pass(ms = 0): Promise<string[]> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    return told.splice(0);
  }

  it('says that somebody looks, and says it again for as long as they do', async () => {
    expect(await pass(30_000)).toEqual([]);
    ticket.set(sampleTicket({ id: 1n }));
    expect(await pass()).toEqual(['1 VIEWING']);
    expect(await pass(25_000)).toEqual(['1 VIEWING', '1 VIEWING']);
    ticket.set(sampleTicket({ id: 1n, version: 2 }));
    expect(await pass()).toEqual([]);
    expect(clients.size).toBe(1);
  });

  it('says at once that somebody writes, and when they have paused', async () => {
    ticket.set(sampleTicket({ id: 1n }));
    await pass();
    attendance.type();
    expect(await pass()).toEqual(['1 WRITING']);
    await pass(9_000);
    attendance.type();
    expect(await pass(5_000)).toEqual(['1 WRITING']);
    expect(await pass(6_000)).toContain('1 VIEWING');
  });

  it('leaves one ticket before it is at the next, and writes no longer', async () => {
    ticket.set(sampleTicket({ id: 1n }));
    attendance.type();
    await pass();
    ticket.set(sampleTicket({ id: 2n }));
    expect(await pass()).toEqual(['1 LEFT', '2 VIEWING']);
  });

  it('leaves while nobody sees the page, and comes back', async () => {
    ticket.set(sampleTicket({ id: 1n }));
    await pass();
    visible.set(false);
    expect(await pass(30_000)).toEqual(['1 LEFT']);
    visible.set(true);
    expect(await pass()).toEqual(['1 VIEWING']);
  });

  it('leaves when the page goes', async () => {
    ticket.set(sampleTicket({ id: 1n }));
    await pass();
    dispatchEvent(new Event('pagehide'));
    expect(await pass()).toEqual(['1 LEFT']);
    TestBed.resetTestingModule();
    expect(await pass(30_000)).toEqual(['1 LEFT']);
  });

  it('is not at a closed ticket, where the doors may not know it any more', async () => {
    ticket.set(sampleTicket({ id: 1n }));
    await pass();
    ticket.set(sampleTicket({ id: 1n, status: Status.CLOSED }));
    expect(await pass(30_000)).toEqual([]);
  });
});
