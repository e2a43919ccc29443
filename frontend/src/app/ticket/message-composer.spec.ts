import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PostMessageRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import { Code } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { providePortalDoor } from '../api/provide-door';
import { MessageComposer } from './message-composer';
import { Outbox } from './outbox';

describe('MessageComposer', () => {
  const ticketId = signal(1n);
  let requests: PostMessageRequest[];
  let posted: string[];
  let closed: boolean;

  beforeEach(() => {
    ticketId.set(1n);
    requests = [];
    posted = [];
    closed = false;
    TestBed.configureTestingModule({
      providers: [
        providePortalDoor(),
        ...provideFakeDesk({
          portal: {
            postMessage: (request) => {
              requests.push(request);
              if (closed) {
                throw refusal(Code.NotFound, 'TICKET_CLOSED');
              }
              return { message: { id: 9n, ticketId: request.ticketId, body: request.body }, revision: 4n };
            },
          },
        }),
      ],
    });
  });

  async function show() {
    const fixture = TestBed.createComponent(MessageComposer, {
      bindings: [
        inputBinding('ticketId', ticketId),
        inputBinding('label', () => 'Your message'),
        inputBinding('through', () => 'portal'),
        outputBinding<{ body: string }>('posted', (message) => posted.push(message.body)),
      ],
    });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const fill = async (field: 'textarea' | 'input', text: string) => {
      const box = page.querySelector<HTMLTextAreaElement | HTMLInputElement>(field)!;
      box.value = text;
      box.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    const send = () => page.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    return { page, fill, send, fixture };
  }

  it('sends body and name, then stands empty with the name still there', async () => {
    const { page, fill, send, fixture } = await show();
    await fill('textarea', 'Is it today?');
    await fill('input', 'Ada');
    send();
    await eventually(() => posted.length === 1);
    await fixture.whenStable();
    expect(requests[0]).toMatchObject({ ticketId: 1n, body: 'Is it today?', authorName: 'Ada' });
    expect(page.querySelector('textarea')!.value).toBe('');
    expect(page.querySelector('input')!.value).toBe('Ada');
  });

  it('keeps a draft for each ticket', async () => {
    const { page, fill, fixture } = await show();
    await fill('textarea', 'For the first');
    ticketId.set(2n);
    await fixture.whenStable();
    expect(page.querySelector('textarea')!.value).toBe('');
    ticketId.set(1n);
    await fixture.whenStable();
    expect(page.querySelector('textarea')!.value).toBe('For the first');
  });

  it('leaves the text in the outbox when the ticket was closed meanwhile, and takes it back', async () => {
    closed = true;
    const { page, fill, send, fixture } = await show();
    await fill('textarea', 'Too late');
    send();
    const outbox = TestBed.inject(Outbox);
    await eventually(() => outbox.letters()[0]?.refusal?.reason === 'TICKET_CLOSED');
    expect(page.querySelector('textarea')!.value).toBe('');
    expect(posted).toEqual([]);
    expect(outbox.takeBack(outbox.letters()[0]!)).toBe(true);
    await fixture.whenStable();
    expect(page.querySelector('textarea')!.value).toBe('Too late');
    expect(document.activeElement).toBe(page.querySelector('textarea'));
  });
});
