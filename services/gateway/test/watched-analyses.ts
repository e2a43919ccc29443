import { timestampMs, type Timestamp } from '@bufbuild/protobuf/wkt';
import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { createClient } from '@connectrpc/connect';
import { expect } from '@jest/globals';
import type { StoredEvent } from '../../tickets/src/store/entities.ts';
import type { KeptStreams } from './kept-streams.ts';
import { Past, type PastTicket } from './past.ts';
import { expectBacklog, expectResolution, expectWorkload } from './recount.ts';
import { transports } from './transports.ts';
import { campusTimeZone } from './whole-desk.ts';

/** Backlogs that are watched, by their periods in s: one that tickets grow out of meanwhile, one that none does. */
const periods = [3n, 315_619_200n];

/** A value that was told. */
type Told = {
  readonly revision: bigint;
  readonly asOf: Timestamp | undefined;
  /** Compares it with a recount. */
  readonly expectRecount: (tickets: readonly PastTicket[]) => void;
};

/** Everything that those who watch the analyses through the gateway were told, each on his own. */
export class WatchedAnalyses {
  readonly told: Told[][] = [];
  readonly #streams: KeptStreams;

  constructor(streams: KeptStreams, url: string) {
    this.#streams = streams;
    const transport = transports[0]![1](url);
    const backlog = createClient(BacklogService, transport);
    for (const seconds of periods)
      this.#watch(
        (signal) => backlog.watchBacklog({ last: { seconds } }, { signal }),
        (answer, tickets) => expectBacklog(answer, tickets, Number(seconds) * 1_000),
      );
    const resolution = createClient(ResolutionService, transport);
    this.#watch((signal) => resolution.watchResolutionTimes({}, { signal }), expectResolution);
    const workload = createClient(WorkloadService, transport);
    this.#watch((signal) => workload.watchWorkload({}, { signal }), expectWorkload);
  }

  /** Whether everybody has been told of a revision last. */
  haveCome(revision: number): boolean {
    return this.told.every((values) => values.at(-1)?.revision === BigInt(revision));
  }

  /** Compares everything with what the whole log says, and that nothing went back. */
  expectRecount(log: readonly StoredEvent[]): void {
    for (const values of this.told) {
      const past = new Past(log, campusTimeZone);
      for (const { revision, expectRecount } of values) expectRecount(past.at(revision));
      const times = values.map(({ asOf }) => timestampMs(asOf!));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  }

  #watch<Answer extends { readonly revision: bigint; readonly asOf?: Timestamp | undefined }>(
    open: (signal: AbortSignal) => AsyncIterable<{ answer?: Answer | undefined }>,
    expectRecount: (answer: Answer, tickets: readonly PastTicket[]) => void,
  ): void {
    const values: Told[] = [];
    this.told.push(values);
    this.#streams.keep(open, ({ answer }) => {
      const { revision, asOf } = answer!;
      values.push({ revision, asOf, expectRecount: (tickets) => expectRecount(answer!, tickets) });
    });
  }
}
