import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { FeedService } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Channel, createClient, type Client } from '@campus-desk/kit/client';
import { implement, type CallContext } from '@campus-desk/kit/handlers';
import { createLogger } from '@campus-desk/kit/log';
import { Code } from '@campus-desk/kit/rpc-error';
import { startServer, type Server } from '@campus-desk/kit/server';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as grpc from '@grpc/grpc-js';
import { once } from 'node:events';
import { ServiceProcess } from './service-process.ts';

const log = createLogger('feed', 'silent');

let revision: bigint;
let feed: Server;
let analysis: ServiceProcess;
let channel: Channel;
let workload: Client<typeof WorkloadService.method>;

const startFeed = (port = 0) => {
  const follow = async function* (_: unknown, { signal }: CallContext) {
    yield {
      step: { case: 'snapshot', value: { revision, logId: 'log', timeZone: 'UTC', complete: true } },
    } as const;
    if (!signal.aborted) await once(signal, 'abort');
  };
  return startServer({
    host: '127.0.0.1',
    port,
    log,
    implementations: [implement(FeedService, { follow })],
  });
};

/** What the health check of a program answers: 1 is SERVING, 2 is NOT_SERVING. */
const readiness = (): Promise<number> => {
  const client = new grpc.Client(analysis.address, grpc.credentials.createInsecure());
  const request = Buffer.concat([Buffer.from([0x0a, 9]), Buffer.from('readiness')]);
  const pass = (bytes: Buffer) => bytes;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest('/grpc.health.v1.Health/Check', pass, pass, request, (error, answer) => {
      client.close();
      if (error) reject(error);
      else resolve(answer!.at(-1)!);
    });
  });
};

beforeEach(async () => {
  revision = 5n;
  feed = await startFeed();
  analysis = new ServiceProcess('workload', { TICKETS_ADDRESS: `127.0.0.1:${feed.port}` });
  await analysis.start();
  channel = new Channel(analysis.address);
  workload = createClient(WorkloadService, channel);
});
afterEach(async () => {
  channel.close();
  await analysis.stop();
  await feed.close();
});

describe('an analysis whose feed is cut', () => {
  it('for a moment stays in service, and those who ask or watch wait for what is true', async () => {
    const watch = workload.watchWorkload({});
    expect((await watch.next()).value).toMatchObject({ answer: { revision: 5n } });
    const next = watch.next();
    const { port } = feed;
    await feed.close();
    const waiting = workload.getWorkload({});
    expect(await readiness()).toBe(1);
    revision = 9n;
    feed = await startFeed(port);
    expect(await waiting).toMatchObject({ revision: 9n });
    expect((await next).value).toMatchObject({ answer: { revision: 9n } });
    await watch.return(undefined);
    expect(await readiness()).toBe(1);
  });

  it('for longer says so, and goes out of service until it has caught up', async () => {
    const { port } = feed;
    await feed.close();
    await expect(workload.getWorkload({})).rejects.toMatchObject({
      code: Code.UNAVAILABLE,
      details: 'The analysis has not caught up yet; try again.',
    });
    expect(await readiness()).toBe(2);
    feed = await startFeed(port);
    while ((await readiness()) !== 1);
    expect(await workload.getWorkload({})).toMatchObject({ revision: 5n });
  });
});

it('an analysis that was held asks for what came meanwhile before it answers', async () => {
  expect(await workload.getWorkload({})).toMatchObject({ revision: 5n });
  analysis.signal('SIGSTOP');
  revision = 9n;
  // For longer than it could be held without noticing.
  await expect(workload.getWorkload({}, { timeoutMs: 4_000 })).rejects.toMatchObject({
    code: Code.DEADLINE_EXCEEDED,
  });
  analysis.signal('SIGCONT');
  expect(await workload.getWorkload({})).toMatchObject({ revision: 9n });
});
