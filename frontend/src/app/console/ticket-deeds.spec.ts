import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Category, Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import { provideHelpdeskDoor } from '../api/provide-door';
import { TicketStore } from '../ticket/ticket-store';
import { ConsoleStore } from './console-store';
import { TicketDeeds } from './ticket-deeds';

describe('TicketDeeds', () => {
  let now: Ticket;
  let calls: number;
  let said: string[];
  let deeds: TicketDeeds;
  let store: TicketStore;

  beforeEach(async () => {
    now = sampleTicket();
    calls = 0;
    said = [];
    const move = (from: Status, to: Status) => () => {
      calls++;
      if (now.status !== from) {
        throw refusal(Code.FailedPrecondition, 'ILLEGAL_MOVE');
      }
      now = sampleTicket({ status: to, version: now.version + 1 });
      return { ticket: now, revision: 8n };
    };
    TestBed.configureTestingModule({
      providers: [
        provideHelpdeskDoor(),
        TicketStore,
        ConsoleStore,
        TicketDeeds,
        { provide: MatSnackBar, useValue: { open: (words: string) => said.push(words) } },
        ...provideFakeDesk({
          helpdesk: {
            getTicket: () => ({ ticket: now, revision: 7n }),
            listMessages: () => ({}),
            listHistory: () => ({}),
            activateTicket: move(Status.OPEN, Status.ACTIVE),
            closeTicket: move(Status.ACTIVE, Status.CLOSED),
            assignCategory: () => {
              throw refusal(Code.Aborted, 'CONFLICT', { fields: 'category' });
            },
          },
        }),
      ],
    });
    store = TestBed.inject(TicketStore);
    deeds = TestBed.inject(TicketDeeds);
    store.show(1042n);
    await eventually(() => store.ticket() !== undefined);
  });

  it('says what was done, and shows the ticket as it is since', async () => {
    await deeds.activate(store.ticket()!);
    await eventually(() => said.length > 0);
    expect(said).toEqual(['#1042 is in work now.']);
    expect(store.ticket()!.status).toBe(Status.ACTIVE);
  });

  it('explains that somebody else was faster, and shows what they did', async () => {
    const seen = store.ticket()!;
    now = sampleTicket({ status: Status.ACTIVE, version: 2 });
    await deeds.activate(seen);
    await eventually(() => said.length > 0);
    expect(said).toEqual(['Somebody else has already taken it up.']);
    expect(store.ticket()!.status).toBe(Status.ACTIVE);
  });

  it('explains that it was closed meanwhile', async () => {
    const seen = sampleTicket({ status: Status.ACTIVE, version: 2 });
    now = sampleTicket({ status: Status.CLOSED, version: 3 });
    await deeds.close(seen);
    await eventually(() => said.length > 0);
    expect(said).toEqual(['It was closed meanwhile. Nothing was changed.']);
  });

  it('explains a category that somebody else set', async () => {
    await deeds.setCategory(store.ticket()!, Category.FACILITY_MANAGEMENT);
    await eventually(() => said.length > 0);
    expect(said).toEqual(['Somebody else set another category meanwhile. Nothing was overwritten.']);
  });

  it('does a thing once when it is pressed twice', async () => {
    const ticket = store.ticket()!;
    await Promise.all([deeds.activate(ticket), deeds.activate(ticket)]);
    expect(calls).toBe(1);
  });
});
