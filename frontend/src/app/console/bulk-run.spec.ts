import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Status, type Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { Code, ConnectError } from '@connectrpc/connect';
import { eventually } from '../../testing/eventually';
import { provideFakeDesk } from '../../testing/fake-desk';
import { refusal } from '../../testing/refusal';
import { sampleTicket } from '../../testing/sample-ticket';
import { BulkRun } from './bulk-run';

const ids = (count: number) => Array.from({ length: count }, (_, index) => BigInt(index + 1));

describe('BulkRun', () => {
  let calls: { ticketId: bigint; requestId: string; expectedVersion?: number | undefined }[];
  let answer: (ticketId: bigint) => Promise<{ ticket: Ticket; revision: bigint }>;
  let run: BulkRun;

  const done = (id: bigint) =>
    Promise.resolve({ ticket: sampleTicket({ id, status: Status.ACTIVE, version: 2 }), revision: 9n });
  const seen = (count: number, part = {}) =>
    new Map(ids(count).map((id) => [id, sampleTicket({ id, title: `Ticket ${id}`, ...part })]));

  beforeEach(() => {
    calls = [];
    answer = done;
    TestBed.configureTestingModule({
      providers: provideFakeDesk({
        helpdesk: {
          activateTicket(request) {
            calls.push(request);
            return answer(request.ticketId);
          },
          getTicket({ ticketId: id }) {
            if (id > 90n) {
              throw refusal(Code.NotFound, 'TICKET_NOT_FOUND');
            }
            return { ticket: sampleTicket({ id, status: Status.CLOSED, version: 7 }), revision: 9n };
          },
        },
      }),
    });
    run = TestBed.inject(BulkRun);
  });

  it('does it to each once, each with a request and the version that was seen, some at a time', async () => {
    let atOnce = 0;
    let most = 0;
    answer = async (id) => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve));
      atOnce--;
      return done(id);
    };
    await run.start({ kind: 'activate' }, ids(40), seen(40, { version: 3 }));
    expect(run.current()).toMatchObject({ total: 40, state: 'finished', refused: [] });
    expect([...run.current()!.done.keys()].sort((a, b) => Number(a - b))).toEqual(ids(40));
    expect(new Set(calls.map(({ requestId }) => requestId)).size).toBe(40);
    expect(new Set(calls.map(({ expectedVersion }) => expectedVersion))).toEqual(new Set([3]));
    expect(most).toBe(4);
  });

  it('goes on after a refusal, and tells each with the ticket as it is now', async () => {
    answer = (id) =>
      id === 2n ? Promise.reject(refusal(Code.FailedPrecondition, 'ILLEGAL_MOVE')) : done(id);
    const tickets = seen(5);
    tickets.set(4n, sampleTicket({ id: 4n, status: Status.CLOSED }));
    await run.start({ kind: 'activate' }, ids(5), tickets);
    const { done: finished, refused, state } = run.current()!;
    expect([[...finished.keys()].sort(), state]).toEqual([[1n, 3n, 5n], 'finished']);
    expect(refused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ticketId: 2n,
          ticket: expect.objectContaining({ status: Status.CLOSED, version: 7 }),
          reason: { failure: expect.objectContaining({ code: Code.FailedPrecondition }) },
        }),
        expect.objectContaining({ ticketId: 4n, reason: { hindrance: 'console.hindrance.closed' } }),
      ]),
    );
    // What cannot be done is not asked for.
    expect(calls.map(({ ticketId }) => ticketId)).not.toContain(4n);
  });

  it('reads first what is not before anybody’s eyes, and says what is not there', async () => {
    await run.start({ kind: 'activate' }, [99n, 50n], new Map());
    expect(
      run
        .current()!
        .refused.map(({ ticketId }) => ticketId)
        .sort(),
    ).toEqual([50n, 99n]);
    expect(calls).toEqual([]);
  });

  it('sends the same request again while the desk does not answer', async () => {
    let lost = 2;
    answer = (id) => (lost-- > 0 ? Promise.reject(new ConnectError('', Code.Unavailable)) : done(id));
    const running = run.start({ kind: 'activate' }, [1n], seen(1));
    await eventually(() => run.waiting());
    // The network is back: nobody waits any longer.
    await eventually(() => {
      dispatchEvent(new Event('online'));
      return !run.running();
    });
    await running;
    expect([...run.current()!.done.keys()]).toEqual([1n]);
    expect(calls.length).toBe(3);
    expect(new Set(calls.map(({ requestId }) => requestId)).size).toBe(1);
  });

  it('stops when asked, and says how many were left', async () => {
    const held = Promise.withResolvers<void>();
    answer = async (id) => {
      await held.promise;
      return done(id);
    };
    const running = run.start({ kind: 'activate' }, ids(20), seen(20));
    await eventually(() => calls.length === 4);
    run.stop();
    held.resolve();
    await running;
    expect(run.current()).toMatchObject({ state: 'stopped', total: 20 });
    expect(run.current()!.done.size).toBe(4);
    expect(calls.length).toBe(4);
  });

  it('can be stopped while the desk does not answer, and sends the same request when done again', async () => {
    answer = () => Promise.reject(new ConnectError('', Code.Unavailable));
    const running = run.start({ kind: 'activate' }, [1n], seen(1));
    await eventually(() => run.waiting());
    run.stop();
    await running;
    expect(run.current()).toMatchObject({ state: 'stopped', refused: [] });
    answer = done;
    await run.start({ kind: 'activate' }, [1n], seen(1));
    expect([...run.current()!.done.keys()]).toEqual([1n]);
    expect(new Set(calls.map(({ requestId }) => requestId)).size).toBe(1);
  });

  it('warns who closes the page half-way', async () => {
    const held = Promise.withResolvers<void>();
    answer = async (id) => {
      await held.promise;
      return done(id);
    };
    const leave = () => {
      TestBed.tick();
      return dispatchEvent(new Event('beforeunload', { cancelable: true }));
    };
    const running = run.start({ kind: 'activate' }, [1n], seen(1));
    expect(leave()).toBe(false);
    held.resolve();
    await running;
    expect(leave()).toBe(true);
  });
});
