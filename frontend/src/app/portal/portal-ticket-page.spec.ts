import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, type ServiceImpl } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import { providePortalDoor } from '../api/provide-door';
import { PortalTicketPage } from './portal-ticket-page';

async function show(portal: Partial<ServiceImpl<typeof PortalService>>, id = '1042') {
  TestBed.configureTestingModule({ providers: [providePortalDoor(), ...provideFakeDesk({ portal })] });
  const fixture = TestBed.createComponent(PortalTicketPage);
  fixture.componentRef.setInput('id', id);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('PortalTicketPage', () => {
  it('says calmly when a ticket was closed', async () => {
    const page = await show({
      getTicket: () => {
        throw refusal(Code.NotFound, 'TICKET_CLOSED', {
          ticket_id: '1042',
          closed_at: '2026-10-05T12:00:00Z',
        });
      },
    });
    await eventually(() => page.textContent.includes('#1042 was closed on 5 Oct 2026'));
  });

  it.each(['0', 'abc', '12345678901234567890'])(
    'knows that there is no ticket %s without asking',
    async (id) => {
      const page = await show({}, id);
      expect(page.textContent).toContain(`There is no ticket #${id}`);
    },
  );

  it('stays readable when the ticket is closed meanwhile, takes the composer away and keeps what was typed', async () => {
    let tellClosing: (ticket: Ticket) => void = () => undefined;
    const closing = new Promise<Ticket>((resolve) => (tellClosing = resolve));
    const page = await show({
      getTicket: () => ({ ticket: sampleTicket({ description: 'Long story' }), revision: 3n }),
      listMessages: () => ({}),
      listHistory: () => ({}),
      watchTickets: async function* () {
        yield { revision: 3n };
        yield { revision: 4n, ticket: await closing };
      },
    });
    await eventually(() => page.querySelector('textarea') !== null);
    page.querySelector('textarea')!.value = 'Half a thought';
    page.querySelector('textarea')!.dispatchEvent(new Event('input'));
    tellClosing(
      sampleTicket({
        title: '',
        description: '',
        location: '',
        status: Status.CLOSED,
        version: 2,
        closedAt: timestampFromMs(Date.UTC(2026, 9, 5, 12)),
      }),
    );
    await eventually(() => page.textContent.includes('Closed on 5 Oct 2026'));
    expect(page.querySelector('textarea')).toBeNull();
    expect(page.textContent).toContain('Long story');
    expect(page.textContent).toContain('Half a thought');
  });
});
