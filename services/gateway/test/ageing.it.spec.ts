import { durationMs, timestampMs } from '@bufbuild/protobuf/wkt';
import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { createClient } from '@connectrpc/connect';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { transports } from './transports.ts';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

const last = { seconds: 4n, nanos: 0, $typeName: 'google.protobuf.Duration' } as const;

/** After so much silence a watch is told the same again, in ms. */
const heartbeat = 15_000;

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk();
});
afterAll(() => desk.close());

const report = async () => {
  const request = { description: 'lamp', requestId: randomUUID() };
  const { body } = await desk.call('portal.v1.PortalService/CreateTicket', request);
  return body as { revision: string; ticket: { openedAt: string } };
};

it.each(transports)(
  'a backlog falls as each of its tickets grows too old, though nobody asks or writes: %s',
  async (_, transport) => {
    const reported = [await report(), await report()];
    const [first, second] = reported.map(({ ticket }) => Date.parse(ticket.openedAt));
    const minRevision = BigInt(reported[1]!.revision);
    const backlog = createClient(BacklogService, transport(desk.url));
    const falls: { count: number; at: number }[] = [];
    for await (const { answer } of backlog.watchBacklog({ last, minRevision })) {
      expect(answer!.revision).toBe(minRevision);
      const at = timestampMs(answer!.asOf!);
      if (answer!.count !== falls.at(-1)?.count) falls.push({ count: answer!.count, at });
      if (answer!.count === 0) break;
    }
    // Both may grow too old before anybody can be told of one.
    expect(falls.map(({ count }) => count)).toEqual(
      [2, 1, 0].filter((count) => falls.some((fall) => fall.count === count)),
    );
    for (const { count, at } of falls) {
      const counted = [first!, second!].filter((openedAt) => at - openedAt <= durationMs(last));
      expect(counted).toHaveLength(count);
    }
    expect(falls.length).toBeGreaterThan(1);
    expect(falls.at(-1)!.at - second!).toBeLessThan(heartbeat);
  },
);
