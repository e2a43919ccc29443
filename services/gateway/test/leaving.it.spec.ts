import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import type { CallContext } from '@campus-desk/kit/handlers';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { startLoneGateway, type LoneGateway } from './lone-gateway.ts';
import { transports } from './transports.ts';

let gateway: LoneGateway;
/** The signals of the calls that run behind the gateway. */
let calls: AbortSignal[];

const waiting = async ({ signal }: CallContext): Promise<void> => {
  calls.push(signal);
  if (!signal.aborted) await once(signal, 'abort');
};

beforeAll(async () => {
  gateway = await startLoneGateway({
    async getTicket(_, context) {
      await waiting(context);
      return {};
    },
    async *watchTickets(_, context) {
      yield { revision: 1n };
      await waiting(context);
    },
  });
});
afterAll(() => gateway.close());

beforeEach(() => {
  calls = [];
});
afterEach(() => {
  // Connect complains there of what it could not write.
  expect(gateway.gateway.complaints).toBe('');
});

/** Waits until the one call behind the gateway runs, and then until it has ended. */
const callBegan = async (): Promise<AbortSignal> => {
  while (calls.length === 0) await new Promise(setImmediate);
  expect(calls).toHaveLength(1);
  return calls[0]!;
};
const ended = async (signal: AbortSignal) => {
  if (!signal.aborted) await once(signal, 'abort');
};

describe.each(transports)('%s', (_, transport) => {
  const portal = () => createClient(PortalService, transport(gateway.url));

  it('ends a stream behind the gateway when its reader leaves', async () => {
    const leave = new AbortController();
    const changes = portal().watchTickets({}, { signal: leave.signal })[Symbol.asyncIterator]();
    expect((await changes.next()).value).toMatchObject({ revision: 1n });
    const behind = await callBegan();
    expect(behind.aborted).toBe(false);
    leave.abort();
    await expect(changes.next()).rejects.toThrow(ConnectError);
    await ended(behind);
  });

  it('ends a call behind the gateway when its caller leaves', async () => {
    const leave = new AbortController();
    const call = portal().getTicket({ ticketId: 1n }, { signal: leave.signal });
    const refused = expect(call).rejects.toMatchObject({ code: Code.Canceled });
    const behind = await callBegan();
    leave.abort();
    await refused;
    await ended(behind);
  });

  it('passes on how long a call may take', async () => {
    const call = portal().getTicket({ ticketId: 1n }, { timeoutMs: 100 });
    const refused = expect(call).rejects.toMatchObject({ code: Code.DeadlineExceeded });
    await ended(await callBegan());
    await refused;
  });

  it('passes on how long a stream may take', async () => {
    const changes = portal().watchTickets({}, { timeoutMs: 100 })[Symbol.asyncIterator]();
    await changes.next();
    await ended(await callBegan());
    await expect(changes.next()).rejects.toMatchObject({ code: Code.DeadlineExceeded });
  });
});
