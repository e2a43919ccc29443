import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { PortalService, UpdateTicketRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import { ChangeKind, Status, TextField, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, type ServiceImpl } from '@connectrpc/connect';
import { provideEnglish } from '../../testing/english';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import { providePortalDoor } from '../api/provide-door';
import { Drafts } from '../ticket/drafts';
import { Mine } from '../ticket/mine';
import { PortalTicketPage } from './portal-ticket-page';

let fixture: ComponentFixture<PortalTicketPage>;

async function show(portal: Partial<ServiceImpl<typeof PortalService>>, id = '1042') {
  TestBed.configureTestingModule({ providers: [providePortalDoor(), ...provideFakeDesk({ portal })] });
  fixture = TestBed.createComponent(PortalTicketPage);
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

  it('has what was being written when it was closed, also after a reload', async () => {
    TestBed.inject(Drafts).open('portal.message.1042', { body: '' }).change({ body: 'Half a thought' });
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: provideEnglish() });
    const page = await show({
      getTicket: () => {
        throw refusal(Code.NotFound, 'TICKET_CLOSED', { closed_at: '2026-10-05T12:00:00Z' });
      },
    });
    await eventually(() => page.textContent.includes('Half a thought'));
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
    [...page.querySelectorAll('button')].find((button) => button.textContent.includes('Edit'))!.click();
    await eventually(() => page.querySelector('desk-text-editor') !== null);
    const description = page.querySelector<HTMLTextAreaElement>('desk-text-editor textarea')!;
    description.value = 'A better story';
    description.dispatchEvent(new Event('input'));
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
    expect(page.querySelector('desk-unsent-edit')!.textContent).toContain('A better story');
  });

  it('is followed on this device, or not any more, by one press', async () => {
    const page = await show({
      getTicket: () => ({ ticket: sampleTicket(), revision: 3n }),
      listMessages: () => ({}),
      listHistory: () => ({}),
    });
    await eventually(() => page.querySelector('.follow') !== null);
    const mine = TestBed.inject(Mine);
    const follow = page.querySelector<HTMLButtonElement>('.follow')!;
    follow.click();
    await eventually(() => follow.textContent.includes('Stop following'));
    expect(mine.ids()).toEqual([1042n]);
    follow.click();
    await eventually(() => !follow.textContent.includes('Stop'));
    expect(mine.ids()).toEqual([]);
  });
});

describe('an earlier text', () => {
  const edit = (field: TextField, before: string, after: string) => ({
    kind: ChangeKind.EDITED,
    version: 2,
    edits: [{ field, before, after }],
  });
  const changes = [
    { revision: 1n, kind: ChangeKind.OPENED, version: 1 },
    { revision: 2n, ...edit(TextField.LOCATION, '', 'Room 2.14') },
    { revision: 3n, ...edit(TextField.DESCRIPTION, 'It flickers', 'It is dark') },
  ];
  let ticket: Ticket;
  let requests: UpdateTicketRequest[];
  let collides: boolean;
  let page: HTMLElement;
  const buttons = () => [...page.querySelectorAll<HTMLButtonElement>('.bring-back')];
  const snackBar = () => TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatSnackBarHarness);

  async function open(): Promise<void> {
    page = await show({
      getTicket: () => ({ ticket, revision: 3n }),
      listMessages: () => ({}),
      listHistory: () => ({ changes }),
      updateTicket: (request) => {
        requests.push(request);
        if (collides) {
          throw refusal(Code.Aborted, 'CONFLICT', { fields: 'description', version: '9' });
        }
        ticket = sampleTicket({
          ...ticket,
          description: request.description ?? ticket.description,
          version: ticket.version + 1,
        });
        return { ticket, revision: 4n };
      },
    });
    await eventually(() => page.querySelector('desk-history li') !== null);
  }

  beforeEach(() => {
    requests = [];
    collides = false;
    ticket = sampleTicket({ description: 'It is dark', location: 'Room 2.14', version: 3 });
  });

  it('comes back by one press, and goes again by another', async () => {
    await open();
    expect(buttons()).toHaveLength(2);
    buttons()[0]!.click();
    await eventually(() => requests.length === 1);
    expect(requests[0]).toMatchObject({ description: 'It flickers', expectedVersion: 3 });
    expect(requests[0]!.location).toBeUndefined();
    expect(await (await snackBar()).getMessage()).toBe('The earlier text is back.');
    await eventually(() => page.textContent.includes('It flickers'));
    await (await snackBar()).dismissWithAction();
    await eventually(() => requests.length === 2);
    expect(requests[1]).toMatchObject({ description: 'It is dark', expectedVersion: 4 });
    await eventually(() => document.body.textContent.includes('Everything is as it was before.'));
  });

  it('is not offered where it stands anyway', async () => {
    ticket = sampleTicket({ description: 'It flickers', location: 'Room 2.14', version: 4 });
    await open();
    expect(buttons()).toHaveLength(1);
    buttons()[0]!.click();
    await eventually(() => requests.length === 1);
    expect(requests[0]).toMatchObject({ location: '' });
  });

  it('overwrites nobody’s newer one, and says so', async () => {
    collides = true;
    await open();
    buttons()[0]!.click();
    await eventually(() => requests.length === 1);
    expect(await (await snackBar()).getMessage()).toContain('Nothing was overwritten.');
    expect(await (await snackBar()).hasAction()).toBe(false);
  });

  it('does not come back to a closed ticket', async () => {
    ticket = sampleTicket({ description: 'It is dark', status: Status.CLOSED, version: 4 });
    await open();
    expect(buttons()).toEqual([]);
  });
});
