import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Category, Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, ConnectError } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import { provideHelpdeskDoor } from '../api/provide-door';
import { ConsoleStore } from './console-store';
import { TicketDeeds } from './ticket-deeds';

describe('TicketDeeds', () => {
  let now: Ticket;
  let calls: string[];
  let said: string[];
  let unreachable: boolean;
  let deeds: TicketDeeds;

  beforeEach(() => {
    now = sampleTicket();
    calls = [];
    said = [];
    unreachable = false;
    const move =
      (from: Status, to: Status) =>
      ({ requestId }: { requestId: string }) => {
        calls.push(requestId);
        if (unreachable) {
          throw new ConnectError('no answer', Code.Unavailable);
        }
        if (now.status !== from) {
          throw refusal(Code.FailedPrecondition, 'ILLEGAL_MOVE');
        }
        now = sampleTicket({ status: to, version: now.version + 1 });
        return { ticket: now, revision: 8n };
      };
    TestBed.configureTestingModule({
      providers: [
        provideHelpdeskDoor(),
        ConsoleStore,
        TicketDeeds,
        { provide: MatSnackBar, useValue: { open: (words: string) => said.push(words) } },
        ...provideFakeDesk({
          helpdesk: {
            getTicket: () => ({ ticket: now, revision: 7n }),
            activateTicket: move(Status.OPEN, Status.ACTIVE),
            closeTicket: move(Status.ACTIVE, Status.CLOSED),
            assignCategory: () => {
              throw refusal(Code.Aborted, 'CONFLICT', { fields: 'category' });
            },
          },
        }),
      ],
    });
    deeds = TestBed.inject(TicketDeeds);
  });

  it('says what was done, and hands on the ticket as it is since', async () => {
    await deeds.activate(now);
    await eventually(() => said.length > 0);
    expect(said).toEqual(['#1042 is in work now.']);
    expect(deeds.latest()).toMatchObject({ ticket: { status: Status.ACTIVE }, revision: 8n });
  });

  it('tells beside the open ticket that somebody else was faster, and when, and hands on what they did', async () => {
    const seen = now;
    const activatedAt = timestampFromMs(new Date().setHours(14, 2, 0, 0));
    now = sampleTicket({ status: Status.ACTIVE, version: 2, activatedAt });
    deeds.beside.set(seen.id);
    await deeds.activate(seen);
    expect(deeds.refusal()).toEqual({
      ticketId: 1042n,
      sentence: 'Somebody else took it up at 14:02. Nothing was overwritten.',
    });
    expect(deeds.latest()?.ticket.status).toBe(Status.ACTIVE);
    expect(said).toEqual([]);
  });

  it('tells that it was closed meanwhile, and on which day', async () => {
    const seen = sampleTicket({ status: Status.ACTIVE, version: 2 });
    const closedAt = timestampFromMs(new Date(2026, 9, 5, 14, 2).getTime());
    now = sampleTicket({ status: Status.CLOSED, version: 3, closedAt });
    await deeds.close(seen);
    await eventually(() => said.length > 0);
    expect(said[0]).toContain('Somebody else closed it on 5 Oct 2026, 14:02.');
    expect(deeds.refusal()).toBeUndefined();
  });

  it('tells which category somebody else set', async () => {
    const seen = now;
    now = sampleTicket({ category: Category.SERVICES_COMPLAINTS, version: 2 });
    await deeds.setCategory(seen, Category.FACILITY_MANAGEMENT);
    await eventually(() => said.length > 0);
    expect(said[0]).toContain('another category meanwhile: Services & complaints. Nothing was overwritten.');
  });

  it('does not ask for what a ticket cannot do, and says why', async () => {
    await deeds.close(now);
    await deeds.activate(sampleTicket({ status: Status.CLOSED }));
    await eventually(() => said.length === 2);
    expect(calls).toEqual([]);
    expect(said[0]).toContain('has to be taken up');
    expect(said[1]).toContain('It is closed');
  });

  it('does a thing once when it is pressed twice', async () => {
    const ticket = now;
    await Promise.all([deeds.activate(ticket), deeds.activate(ticket)]);
    expect(calls).toHaveLength(1);
  });

  it('sends the same request again when no answer came to the first', async () => {
    unreachable = true;
    await deeds.activate(now);
    unreachable = false;
    await deeds.activate(now);
    expect(calls).toHaveLength(2);
    expect(calls[0]).toBe(calls[1]);
    expect(now.status).toBe(Status.ACTIVE);
  });
});
