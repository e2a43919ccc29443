import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CreateTicketRequest, PostMessageRequest } from '@campus-desk/contract/campus/portal/v1/portal';
import { Code, ConnectError } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import type { Letter, Reply, Report } from './letter';
import { Mine } from './mine';
import { Outbox } from './outbox';
import { Postman } from './postman';
import { newRequestId } from './request-id';

const DAY = 24 * 60 * 60_000;

describe('Postman', () => {
  let calls: (CreateTicketRequest | PostMessageRequest)[];
  let meanwhile: (request: CreateTicketRequest | PostMessageRequest) => void | Promise<void>;

  const outbox = () => TestBed.inject(Outbox);
  const postman = () => TestBed.inject(Postman);
  const keptOn = (device: Storage) => Object.keys(device).filter((key) => key.includes('.outbox.'));
  const isEmpty = () => outbox().letters().length === 0;

  function open(): void {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: provideFakeDesk({
        portal: {
          createTicket: async (request) => {
            calls.push(request);
            await meanwhile(request);
            return { ticket: sampleTicket(), revision: 3n };
          },
          postMessage: async (request) => {
            calls.push(request);
            await meanwhile(request);
            return { message: { id: 9n, ticketId: request.ticketId, body: request.body }, revision: 4n };
          },
        },
        helpdesk: {
          postMessage: ({ ticketId, body, authorName }) => ({
            message: { id: 9n, ticketId, body: `${authorName}: ${body}` },
            revision: 5n,
          }),
        },
      }),
    });
  }

  /** As after a crash: nothing in memory, everything from the device. */
  function openAgain(): void {
    open();
    postman();
    TestBed.tick();
  }

  const draft = () => ({ stamp: () => ({ requestId: newRequestId() }), clear: () => undefined });
  const report = (description: string): Report => ({ kind: 'report', description, location: '' });
  const reply = (body: string, ticketId = '7'): Reply => ({
    kind: 'message',
    door: 'portal',
    ticketId,
    body,
    authorName: '',
  });
  const letter = (part: Partial<Letter> = {}): Letter =>
    ({ ...report('Kept'), requestId: newRequestId(), writtenAt: Date.now() - 5, ...part }) as Letter;

  function goOffline(): void {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    dispatchEvent(new Event('offline'));
  }

  function goOnline(): void {
    jest.restoreAllMocks();
    dispatchEvent(new Event('online'));
  }

  beforeEach(() => {
    calls = [];
    meanwhile = () => undefined;
    open();
  });

  afterEach(() => jest.restoreAllMocks());

  it('has the text on the device before the first call, and until the desk has confirmed it', async () => {
    let before: string[] = [];
    let cleared = false;
    meanwhile = () => void (before = keptOn(localStorage).map((key) => localStorage.getItem(key)!));
    postman().send(report('Water on the floor'), { ...draft(), clear: () => (cleared = true) });
    expect(cleared).toBe(true);
    expect(keptOn(localStorage)).toHaveLength(1);
    await eventually(isEmpty);
    expect(before).toHaveLength(1);
    expect(JSON.parse(before[0]!)).toMatchObject({ description: 'Water on the floor', kind: 'report' });
    expect(JSON.parse(before[0]!).triedAt).toBeGreaterThan(0);
    expect(keptOn(localStorage)).toEqual([]);
    expect(TestBed.inject(Mine).ids()).toEqual([1042n]);
    expect(postman().deliveries()).toMatchObject([{ kind: 'report', ticketId: '1042' }]);
  });

  it('sends what a crash interrupted when the page is opened again, under the same request id', async () => {
    meanwhile = () => new Promise<void>(() => undefined);
    postman().send(report('Water on the floor'), draft());
    await eventually(() => calls.length === 1);
    meanwhile = () => undefined;
    openAgain();
    await eventually(() => calls.length === 2 && isEmpty());
    expect(calls[1]).toEqual(calls[0]);
  });

  it('makes no call without a network, and sends by itself when there is one', async () => {
    goOffline();
    postman().send(report('Water on the floor'), draft());
    await new Promise((resolve) => setTimeout(resolve));
    expect(calls).toEqual([]);
    expect(
      outbox()
        .letters()
        .map(({ triedAt }) => triedAt),
    ).toEqual([undefined]);
    goOnline();
    await eventually(isEmpty);
    expect(calls).toHaveLength(1);
  });

  it('sends what never left this device however old it is', async () => {
    outbox().put(letter({ writtenAt: Date.now() - 3 * DAY }));
    openAgain();
    await eventually(isEmpty);
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['sends', 'less', DAY - 120_000, 1],
    ['does not send', 'more', DAY, 0],
  ])('%s by itself what may have arrived %s than a day ago', async (_does, _time, ago, expected) => {
    outbox().put(letter({ triedAt: Date.now() - ago }));
    outbox().put(letter({ description: 'Another' }));
    openAgain();
    await eventually(() => outbox().letters().length === 1 - expected);
    expect(calls).toHaveLength(1 + expected);
  });

  it('sends what may have arrived long ago when somebody says so', async () => {
    const old = letter({ triedAt: Date.now() - 2 * DAY });
    outbox().put(old);
    openAgain();
    postman().sendAgain(old);
    await eventually(isEmpty);
    expect(calls).toMatchObject([{ requestId: old.requestId }]);
  });

  it('keeps what the desk refuses, with its reason, and leaves it alone', async () => {
    meanwhile = () => {
      throw refusal(Code.NotFound, 'TICKET_CLOSED', {}, { body: 'too late' });
    };
    postman().send(reply('Too late'), draft());
    await eventually(() => outbox().letters()[0]?.refusal !== undefined);
    expect(outbox().letters()).toMatchObject([
      { body: 'Too late', refusal: { reason: 'TICKET_CLOSED', fields: { body: 'too late' } } },
    ]);
    openAgain();
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(calls).toHaveLength(1);
  });

  it('gives an edited text that met its earlier version another request id, once it is sent again', async () => {
    meanwhile = () => {
      throw refusal(Code.AlreadyExists, 'REQUEST_ID_REUSED');
    };
    postman().send(report('Edited'), draft());
    await eventually(() => outbox().letters()[0]?.refusal !== undefined);
    meanwhile = () => undefined;
    postman().sendAgain(outbox().letters()[0]!);
    await eventually(isEmpty);
    expect(calls[1]!.requestId).not.toBe(calls[0]!.requestId);
  });

  it.each([
    ['the desk is out of reach', new ConnectError('down', Code.Unavailable)],
    ['a proxy answers in its place', new ConnectError('HTTP 403', Code.PermissionDenied)],
    ['a sign-on stands in the way', refusal(Code.Unauthenticated, 'SIGNED_OFF')],
  ])('goes on when %s, under one request id', async (_when, error) => {
    meanwhile = () => {
      throw error;
    };
    postman().send(report('Water on the floor'), draft());
    await eventually(() => postman().failure() !== undefined);
    expect(
      outbox()
        .letters()
        .map(({ refusal }) => refusal),
    ).toEqual([undefined]);
    meanwhile = () => undefined;
    dispatchEvent(new Event('online'));
    await eventually(isEmpty);
    expect(new Set(calls.map(({ requestId }) => requestId)).size).toBe(1);
    expect(postman().failure()).toBeUndefined();
  });

  it('keeps the order of a conversation, and lets nothing else wait for what is stuck', async () => {
    meanwhile = (request) => {
      if ('body' in request && request.body === 'First') {
        throw new ConnectError('down', Code.Unavailable);
      }
    };
    goOffline();
    postman().send(reply('First'), draft());
    postman().send(reply('Second'), draft());
    postman().send(reply('Elsewhere', '8'), draft());
    goOnline();
    await eventually(() => outbox().letters().length === 2);
    expect(calls).toMatchObject([{ body: 'First' }, { body: 'Elsewhere' }]);
    meanwhile = () => undefined;
    dispatchEvent(new Event('online'));
    await eventually(isEmpty);
    expect(calls.slice(2)).toMatchObject([{ body: 'First' }, { body: 'Second' }]);
  });

  it('sends a message through the door that it was written behind', async () => {
    postman().send({ ...reply('On it'), door: 'console', authorName: 'Ada' }, draft());
    await eventually(isEmpty);
    expect(calls).toEqual([]);
    expect(postman().deliveries()).toMatchObject([{ door: 'console', message: { body: 'Ada: On it' } }]);
  });

  it('does not send what was removed, and puts nothing back that was removed on its way', async () => {
    goOffline();
    postman().send(report('Removed'), draft());
    outbox().remove(outbox().letters()[0]!);
    goOnline();
    meanwhile = () => {
      outbox().remove(outbox().letters()[0]!);
      throw refusal(Code.InvalidArgument, 'INVALID_ARGUMENT');
    };
    postman().send(report('Removed on its way'), draft());
    await eventually(() => calls.length === 1 && postman().sending() === '');
    expect(calls).toMatchObject([{ description: 'Removed on its way' }]);
    expect(isEmpty()).toBe(true);
  });

  it('takes over what another tab has left, and hears what another tab has sent', async () => {
    postman();
    TestBed.tick();
    const left = letter();
    localStorage.setItem(`campus-desk.outbox.${left.requestId}`, JSON.stringify(left));
    dispatchEvent(new StorageEvent('storage', { key: `campus-desk.outbox.${left.requestId}` }));
    await eventually(() => calls.length === 1 && isEmpty());
    const told = { requestId: newRequestId(), kind: 'report', door: 'portal', ticketId: '5' };
    for (const newValue of [told, { ...told, requestId: left.requestId }].map((one) => JSON.stringify(one))) {
      dispatchEvent(new StorageEvent('storage', { key: 'campus-desk.arrived', newValue }));
    }
    expect(postman().deliveries()).toMatchObject([{ ticketId: '1042' }, told]);
  });
});
