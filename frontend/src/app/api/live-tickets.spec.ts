import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import { VisitorSchema } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, ConnectError } from '@connectrpc/connect';
import { Inbox } from './inbox';
import { eventually } from '../../testing/eventually';
import { sampleTicket } from '../../testing/sample-ticket';
import { DOOR, type Door, type TicketNews } from './door';
import { LIVE_NAME, LiveTickets } from './live-tickets';

/** A desk whose streams a test feeds by hand. */
class FakeStreams {
  readonly opened: { after: bigint | undefined; channel: Inbox<TicketNews> }[] = [];

  readonly door = {
    watchTickets: ({ afterRevision }: { afterRevision?: bigint }, options?: { signal?: AbortSignal }) => {
      const channel = new Inbox<TicketNews>();
      options?.signal?.addEventListener('abort', () => channel.end(new ConnectError('', Code.Canceled)));
      this.opened.push({ after: afterRevision, channel });
      return channel;
    },
  } as unknown as Door;
}

describe('LiveTickets', () => {
  let streams: FakeStreams;
  let live: LiveTickets;
  const leaving: (() => void)[] = [];

  function follow(after: bigint, lost = () => undefined as void): bigint[] {
    const heard: bigint[] = [];
    leaving.push(live.follow(after, { receive: (news) => heard.push(news.revision), lost }));
    TestBed.tick();
    return heard;
  }

  beforeEach(() => {
    streams = new FakeStreams();
    TestBed.configureTestingModule({
      providers: [
        LiveTickets,
        { provide: LIVE_NAME, useValue: 'test' },
        { provide: DOOR, useValue: streams.door },
      ],
    });
    live = TestBed.inject(LiveTickets);
  });

  afterEach(() => leaving.splice(0).forEach((leave) => leave()));

  it('tells each change once to everybody who follows, over one stream, and no heartbeat', async () => {
    const first = follow(10n);
    await eventually(() => streams.opened.length === 1);
    const second = follow(10n);
    streams.opened[0]!.channel.push({ revision: 10n });
    streams.opened[0]!.channel.push({ revision: 11n, ticket: sampleTicket() });
    await eventually(() => second.length === 1);
    expect(streams.opened).toHaveLength(1);
    expect([first, second]).toEqual([[11n], [11n]]);
  });

  it('goes on after the last change it heard when the line breaks', async () => {
    const heard = follow(10n);
    await eventually(() => streams.opened.length === 1);
    streams.opened[0]!.channel.push({ revision: 12n, ticket: sampleTicket() });
    await eventually(() => heard.length === 1);
    streams.opened[0]!.channel.end(new ConnectError('gone', Code.Unavailable));
    await eventually(() => live.state() === 'reconnecting');
    dispatchEvent(new Event('online'));
    await eventually(() => streams.opened.length === 2);
    expect(streams.opened[1]!.after).toBe(12n);
  });

  it('goes back for somebody who read an older list, without telling the others twice', async () => {
    const first = follow(10n);
    await eventually(() => streams.opened.length === 1);
    streams.opened[0]!.channel.push({ revision: 15n, ticket: sampleTicket() });
    await eventually(() => first.length === 1);
    const second = follow(12n);
    await eventually(() => streams.opened.length === 2);
    expect(streams.opened[1]!.after).toBe(12n);
    streams.opened[1]!.channel.push({ revision: 15n, ticket: sampleTicket() });
    await eventually(() => second.length === 1);
    expect(first).toEqual([15n]);
  });

  it('says when the desk does not know the revision any more, instead of trying again', async () => {
    let lost = false;
    follow(10n, () => (lost = true));
    await eventually(() => streams.opened.length === 1);
    streams.opened[0]!.channel.end(new ConnectError('future', Code.OutOfRange));
    await eventually(() => lost);
    expect(streams.opened).toHaveLength(1);
  });

  it('knows who is at which ticket, and begins anew with each stream', async () => {
    follow(10n);
    await eventually(() => streams.opened.length === 1);
    const visitors = [create(VisitorSchema, { clientId: 'somebody' })];
    streams.opened[0]!.channel.push({ revision: 10n });
    streams.opened[0]!.channel.push({ revision: 10n, presences: [{ ticketId: 1n, visitors }] });
    await eventually(() => live.presences().has(1n));
    follow(5n);
    await eventually(() => streams.opened.length === 2);
    expect(live.presences().size).toBe(0);
    streams.opened[1]!.channel.push({ revision: 10n });
    streams.opened[1]!.channel.push({ revision: 10n, presences: [{ ticketId: 2n, visitors }] });
    await eventually(() => live.presences().has(2n));
    expect(live.presences().has(1n)).toBe(false);
  });
});
