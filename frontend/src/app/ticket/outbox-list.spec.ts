import { inputBinding, outputBinding, signal, type WritableSignal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CreateTicketRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import { Code } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { sampleTicket } from '../../testing/sample-ticket';
import { Drafts } from './drafts';
import { draftKeyOf, type Letter } from './letter';
import { Outbox } from './outbox';
import { OutboxList } from './outbox-list';
import { newRequestId } from './request-id';

const EMPTY = { description: '', location: '' };

describe('OutboxList', () => {
  const of: WritableSignal<string | undefined> = signal(undefined);
  let calls: CreateTicketRequest[];
  let back: Letter[];
  let fixture: ComponentFixture<OutboxList>;
  let page: HTMLElement;
  let outbox: Outbox;

  const letter = (part: Partial<Letter> = {}): Letter =>
    ({
      kind: 'report',
      description: 'Water on the floor',
      location: 'Room 2.14',
      requestId: newRequestId(),
      writtenAt: Date.now(),
      ...part,
    }) as Letter;
  const refused = (code: Code, reason: string, fields: Record<string, string> = {}): Partial<Letter> => ({
    refusal: { code, reason, facts: {}, fields },
  });
  const buttons = () =>
    [...page.querySelectorAll('button')].map((button) => button.textContent.replace(/^\s+|\s+$/g, ''));

  const rows = () => outbox.letters().filter((one) => of() === undefined || draftKeyOf(one) === of()).length;

  async function show(...letters: Letter[]): Promise<void> {
    letters.forEach((one) => outbox.put(one));
    fixture = TestBed.createComponent(OutboxList, {
      bindings: [inputBinding('of', of), outputBinding<Letter>('takenBack', (one) => back.push(one))],
    });
    page = fixture.nativeElement as HTMLElement;
    await settled();
  }

  /** What appears late so that it does not flicker is there. */
  async function settled(): Promise<void> {
    await eventually(() => page.querySelectorAll('li').length === rows());
    await fixture.whenStable();
  }

  async function press(name: string): Promise<void> {
    [...page.querySelectorAll('button')].find((button) => button.textContent.includes(name))!.click();
    await settled();
  }

  beforeEach(() => {
    calls = [];
    back = [];
    of.set(undefined);
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    TestBed.configureTestingModule({
      providers: provideFakeDesk({
        portal: {
          createTicket: (request) => {
            calls.push(request);
            return { ticket: sampleTicket(), revision: 3n };
          },
        },
      }),
    });
    outbox = TestBed.inject(Outbox);
  });

  afterEach(() => jest.restoreAllMocks());

  it('says nothing when nothing waits', async () => {
    await show();
    expect(page.textContent.trim()).toBe('');
  });

  it('says that what waits is kept, once, and what it is', async () => {
    await show(letter(), letter({ description: 'No light' }));
    expect(page.textContent.match(/Kept on this device. It will be sent when you are online./g)).toHaveLength(
      1,
    );
    expect(page.textContent).toContain('Report · Room 2.14');
    expect(page.textContent).toContain('No light');
    expect(buttons()).toEqual(['Edit', 'Remove', 'Edit', 'Remove']);
  });

  it('does not say that it is kept where the browser keeps nothing', async () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await show(letter());
    expect(page.textContent).toContain('please leave this page open until it is sent');
    expect(page.textContent).toContain('Water on the floor');
    expect(page.textContent).not.toContain('Kept on this device');
  });

  it('shows those of one box alone', async () => {
    of.set('portal.message.7');
    const reply = { kind: 'message', door: 'portal', ticketId: '7', body: 'Mine', authorName: '' } as const;
    await show(letter(), letter(reply), letter({ ...reply, door: 'console', body: 'Theirs' }));
    expect([...page.querySelectorAll('.text')].map((text) => text.textContent)).toEqual(['Mine']);
    expect(page.textContent).toContain('Message on #7');
  });

  it('gives a text back to its box, with its request id, and out of the outbox', async () => {
    const one = letter({ triedAt: 5 });
    await show(one);
    await press('Edit');
    const draft = TestBed.inject(Drafts).open('report', EMPTY);
    expect(draft.fields()).toEqual({ description: 'Water on the floor', location: 'Room 2.14' });
    expect(draft.stamp()).toEqual({ requestId: one.requestId, triedAt: 5 });
    expect(outbox.letters()).toEqual([]);
    expect(back).toEqual([one]);
  });

  it('gives nothing back over another text, and says so', async () => {
    const draft = TestBed.inject(Drafts).open('report', EMPTY);
    draft.change({ description: 'Half a thought' });
    await show(letter());
    await press('Edit');
    expect(page.textContent).toContain('There is another text in the box.');
    expect(draft.fields().description).toBe('Half a thought');
    expect(outbox.letters()).toHaveLength(1);
    expect(back).toEqual([]);
  });

  it('removes at once, and brings back what was not meant', async () => {
    await show(letter());
    await press('Remove');
    expect(outbox.letters()).toEqual([]);
    expect(document.activeElement).not.toBe(document.body);
    await press('Undo');
    expect(outbox.letters()).toMatchObject([{ description: 'Water on the floor' }]);
    expect(buttons()).toEqual(['Edit', 'Remove']);
  });

  it.each([
    ['closed', refused(Code.NotFound, 'TICKET_CLOSED'), 'was closed meanwhile', false],
    [
      'wrong',
      refused(Code.InvalidArgument, 'INVALID', { body: 'must not be blank' }),
      'must not be blank',
      false,
    ],
    ['broken', refused(Code.Internal, 'INTERNAL'), 'went wrong at the desk', true],
    ['there before', refused(Code.AlreadyExists, 'REQUEST_ID_REUSED'), 'has arrived already', true],
  ])('says why it was refused (%s), and what can be done', async (_what, part, words, again) => {
    await show(letter(part));
    expect(page.textContent).toContain(words);
    expect(page.textContent).not.toContain('Kept on this device');
    expect(buttons()).toEqual([...(again ? ['Send again'] : []), 'Edit', 'Copy the text', 'Remove']);
  });

  it('says that it cannot tell what arrived long ago, and sends it again when told to', async () => {
    await show(letter({ triedAt: Date.now() - 25 * 60 * 60_000 }));
    await eventually(() => page.textContent.includes('We cannot tell whether this arrived'));
    jest.restoreAllMocks();
    dispatchEvent(new Event('online'));
    await fixture.whenStable();
    expect(calls).toEqual([]);
    await press('Send again');
    await eventually(() => calls.length === 1 && outbox.letters().length === 0);
  });
});
