import { create } from '@bufbuild/protobuf';
import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { createClient, Channel } from '@campus-desk/kit/client';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { interruption } from '../desk/interruption.ts';
import { percentile } from '../desk/measure.ts';
import { someReport } from '../desk/reports.ts';
import type { RunningAnalyses } from './running-analyses.ts';
import { Watcher } from './watcher.ts';

/** How many look on, how many changes are made a second, and for how many seconds. */
export const load = { watchers: 20, changesPerSecond: 50, seconds: 20 };

/** How long the last value may take to come, in milliseconds. */
const patience = 10_000;

/** How long after a change was answered the watchers had a value that counts it. */
export type Latency = {
  readonly changes: number;
  /** Of all changes and all watchers, in milliseconds. */
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  /** How many changes how many watchers never saw. */
  readonly missed: number;
};

const { watchBacklog } = BacklogService.method;
const { watchResolutionTimes } = ResolutionService.method;
const { watchWorkload } = WorkloadService.method;

const watched = [
  [watchBacklog, create(watchBacklog.input, { last: { seconds: 604_800n } })],
  [watchResolutionTimes, create(watchResolutionTimes.input)],
  [watchWorkload, create(watchWorkload.input)],
] as const;

/** Reports problems at an even pace while watchers behind the gateway follow all three analyses. */
export async function measureLatency({ tickets, gateway }: RunningAnalyses): Promise<Latency> {
  const watchers = Array.from({ length: load.watchers }, (_, index) => {
    const [method, request] = watched[index % watched.length]!;
    return new Watcher(gateway.address, method, request);
  });
  const channel = new Channel(tickets.address);
  const portal = createClient(PortalService, channel);
  try {
    await until(() => watchers.every(({ seen }) => seen.length > 0));
    const changes: { readonly revision: number; readonly at: number }[] = [];
    const report = async () => {
      const answer = await portal.createTicket({ description: someReport(), requestId: randomUUID() });
      changes.push({ revision: Number(answer.revision), at: performance.now() });
    };
    const began = performance.now();
    const running: Promise<void>[] = [];
    for (let made = 0; made < load.changesPerSecond * load.seconds; made++) {
      interruption.signal.throwIfAborted();
      await delay(Math.max(0, began + (made * 1_000) / load.changesPerSecond - performance.now()));
      running.push(report());
    }
    await Promise.all(running);
    const last = Math.max(...changes.map(({ revision }) => revision));
    await until(() => watchers.every(({ seen }) => (seen.at(-1)?.revision ?? 0) >= last));
    const latencies = changes.flatMap(({ revision, at }) =>
      watchers.flatMap(({ seen }) => {
        const first = seen.find((value) => value.revision >= revision);
        return first === undefined ? [] : Math.max(0, first.at - at);
      }),
    );
    return {
      changes: changes.length,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      missed: changes.length * watchers.length - latencies.length,
    };
  } finally {
    for (const watcher of watchers) watcher.close();
    channel.close();
  }
}

/** Waits until something holds, but not for ever. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + patience;
  while (!holds() && performance.now() < end) await delay(20, undefined, { signal: interruption.signal });
}
