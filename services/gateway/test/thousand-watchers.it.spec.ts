import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { Channel, createClient as createGrpcClient } from '@campus-desk/kit/client';
import { createClient } from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-node';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { until } from '../../tickets/test/until.ts';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

const watchers = 1_000;
const changes = 5;
const request = { last: { seconds: 315_619_200n } };

let desk: WholeDesk;

beforeAll(async () => {
  desk = await startWholeDesk();
});
afterAll(() => desk.close());

const report = async () => {
  const written = { description: 'lamp', requestId: randomUUID() };
  const { body } = await desk.call('portal.v1.PortalService/CreateTicket', written);
  return BigInt(body.revision as string);
};

const ways = {
  'through the gateway': () => {
    const transport = createConnectTransport({
      baseUrl: desk.url,
      httpVersion: '1.1',
      useBinaryFormat: false,
    });
    const { watchBacklog } = createClient(BacklogService, transport);
    return { watchBacklog, close: () => undefined };
  },
  'by one connection of gRPC': () => {
    const channel = new Channel(desk.services.backlog.address);
    const { watchBacklog } = createGrpcClient(BacklogService, channel);
    return { watchBacklog, close: () => channel.close() };
  },
};

it.each(Object.entries(ways))(
  'a thousand who watch %s are all told of each change',
  async (_, open) => {
    const leaving = new AbortController();
    const { watchBacklog, close } = open();
    const told = Array.from({ length: watchers }, () => new Map<bigint, number>());
    const watching = told.map(async (own) => {
      for await (const { answer } of watchBacklog(request, { signal: leaving.signal }))
        own.set(answer!.revision, answer!.count);
    });
    const ended = Promise.allSettled(watching);
    const isTold = (revision: bigint) => () => told.every((own) => own.has(revision));
    const revisions = [await report()];
    await until(() => told.every(({ size }) => size > 0));
    for (let change = 0; change < changes; change++) {
      const revision = await report();
      await until(isTold(revision), 20);
      revisions.push(revision);
    }
    leaving.abort();
    await ended;
    close();
    // Each report is one ticket more, and nothing else happens here.
    const counted = revisions.map((revision) => [revision, Number(revision)]);
    for (const own of told) expect([...own].slice(-changes)).toEqual(counted.slice(-changes));
  },
  120_000,
);
