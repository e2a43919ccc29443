import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ExportTicketsRequest } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { Status, TicketOrder, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, ConnectError } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import { TicketExport } from './ticket-export';

describe('TicketExport', () => {
  const filter = { statuses: [Status.OPEN], categories: [], text: 'wifi', order: TicketOrder.OPENED_NEWEST };
  let asked: ExportTicketsRequest[];
  let pages: () => AsyncGenerator<{ tickets: Ticket[]; revision: bigint }>;
  let files: { name: string; file: Blob }[];
  let tickets: TicketExport;

  beforeEach(() => {
    asked = [];
    files = [];
    pages = async function* () {
      yield await Promise.resolve({
        tickets: [
          sampleTicket({ id: 1n, title: '=1+1' }),
          sampleTicket({ id: 2n, description: 'a\n"b", c' }),
        ],
        revision: 9n,
      });
      yield { tickets: [sampleTicket({ id: 3n })], revision: 9n };
    };
    const made = new Map<string, Blob>();
    Object.assign(URL, {
      createObjectURL: (file: Blob) => {
        const address = `blob:${made.size}`;
        made.set(address, file);
        return address;
      },
      revokeObjectURL: () => undefined,
    });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.push({ name: this.download, file: made.get(this.href)! });
    });
    TestBed.configureTestingModule({
      providers: provideFakeDesk({
        helpdesk: {
          exportTickets(request) {
            asked.push(request);
            return pages();
          },
          getTicket: ({ ticketId }) => ({ ticket: sampleTicket({ id: ticketId }), revision: 9n }),
        },
      }),
    });
    tickets = TestBed.inject(TicketExport);
  });

  async function lines(): Promise<string[]> {
    const reader = new FileReader();
    reader.readAsText(files[0]!.file);
    await new Promise((resolve) => reader.addEventListener('load', resolve));
    return (reader.result as string).split('\r\n');
  }

  it('saves every ticket of a list with its heads, and nothing that a spreadsheet would calculate', async () => {
    await tickets.saveList(filter, 3);
    expect(asked[0]).toMatchObject({ statuses: [Status.OPEN], text: 'wifi' });
    const [heads, first, second, third, end] = await lines();
    expect(heads).toMatch(/^Number,Title,Description,Where,Status,Category,Category set by,Opened,/);
    expect(first).toMatch(/^1,'=1\+1,/);
    expect(second).toContain('"a\n""b"", c"');
    expect(third).toMatch(/^3,.*,open,Technical IT,automatically,\d{4}-\d\d-\d\dT[\d:.]+Z,,,/);
    expect(end).toBe('');
    expect(files[0]!.name).toMatch(/^Tickets \d{4}-\d\d-\d\d \d\d-\d\d\.csv$/);
    expect([tickets.saved(), tickets.progress()]).toEqual([3, undefined]);
  });

  it('saves the tickets that were selected', async () => {
    await tickets.saveTickets([7n, 5n]);
    expect((await lines()).slice(1, 3).map((line) => line.split(',')[0])).toEqual(['7', '5']);
    expect(asked).toEqual([]);
  });

  it('saves nothing when it breaks off, and says why', async () => {
    pages = async function* () {
      yield await Promise.resolve({ tickets: [sampleTicket()], revision: 9n });
      throw new ConnectError('gone', Code.Unavailable);
    };
    await tickets.saveList(filter, undefined);
    expect(files).toEqual([]);
    expect(tickets.failure()?.code).toBe(Code.Unavailable);
    expect(tickets.progress()).toBeUndefined();
  });

  it('saves nothing when it is cancelled, and says nothing', async () => {
    const held = Promise.withResolvers<void>();
    pages = async function* () {
      yield await Promise.resolve({ tickets: [sampleTicket()], revision: 9n });
      await held.promise;
    };
    const saving = tickets.saveList(filter, 9);
    await eventually(() => asked.length === 1);
    expect(tickets.progress()).toMatchObject({ total: 9 });
    tickets.cancel();
    held.resolve();
    await saving;
    expect([files, tickets.failure(), tickets.saved()]).toEqual([[], undefined, undefined]);
  });
});
