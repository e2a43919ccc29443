import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { FeedService, type FollowResponse } from '@campus-desk/contract/campus/tickets/v1/feed';
import { Channel, createClient as createGrpcClient } from '@campus-desk/kit/client';
import { createClient } from '@connectrpc/connect';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../tickets/src/store/entities.ts';
import { describeOnEachDatabase, type TestDatabase } from '../../tickets/test/databases.ts';
import { randomFrom } from '../../tickets/test/random.ts';
import { eventsIn } from '../../tickets/test/tables.ts';
import { until } from '../../tickets/test/until.ts';
import { KeptStreams } from './kept-streams.ts';
import { restartAtRandom } from './random-restarts.ts';
import { RandomWrites } from './random-writes.ts';
import { transports } from './transports.ts';
import { WatchedAnalyses } from './watched-analyses.ts';
import { startWholeDesk, type WholeDesk } from './whole-desk.ts';

/** Both can be had otherwise, as `RESTARTS_WRITES=10000 RESTARTS_SEED=2` in the environment. */
const writeCount = Number(process.env.RESTARTS_WRITES ?? 400);
const seed = Number(process.env.RESTARTS_SEED ?? 1);

/** After how many writes the next program ends, in each of two groups. */
const pace = 130;

/** How long writing, and counting anew, may take, in ms. */
const patience = 60_000 + writeCount * 300;

/** What each write that was done leaves in the log. */
const kinds: Readonly<Record<string, string>> = {
  CreateTicket: 'opened',
  ActivateTicket: 'activated',
  CloseTicket: 'closed',
  PostMessage: 'message-posted',
};

const revisionsOf = (events: readonly { readonly revision: number | bigint }[]) =>
  events.map(({ revision }) => Number(revision));

describeOnEachDatabase('while any program of the desk ends and starts again at any moment', (create) => {
  const streams = new KeptStreams();
  const revisions: number[] = [];
  const fed: FollowResponse['step'][] = [];
  let place: TestDatabase;
  let desk: WholeDesk;
  let writes: RandomWrites;
  let watched: WatchedAnalyses;
  let log: readonly StoredEvent[];
  /** How many changes there were before. */
  let begin: number;

  const readLog = async () => {
    const database = await place.open();
    try {
      return await eventsIn(database);
    } finally {
      await database.close();
    }
  };

  beforeAll(async () => {
    place = await create();
    // Only a server can have more than one at its database.
    const replicas = 'DATABASE_URL' in place.environment ? 2 : 1;
    desk = await startWholeDesk({}, { demo: true, database: place.environment, replicas });
    const before = await readLog();
    begin = before.length;

    watched = new WatchedAnalyses(streams, desk.url);
    const helpdesk = createClient(HelpdeskService, transports[0]![1](desk.url));
    streams.keep(
      (signal) => helpdesk.watchTickets({ afterRevision: BigInt(revisions.at(-1) ?? begin) }, { signal }),
      ({ ticket, revision }) => ticket && revisions.push(Number(revision)),
    );
    const channel = new Channel(desk.ticketsAddress);
    const feed = createGrpcClient(FeedService, channel);
    let [logId, afterRevision] = ['', 0n];
    streams.keep(
      (signal) => feed.follow({ logId, afterRevision }, { signal }),
      ({ step }) => {
        fed.push(step);
        afterRevision = step.value!.revision;
        if (step.case === 'snapshot') logId = step.value.logId;
      },
    );
    await until(() => fed.length > 0 && watched.haveCome(begin));

    const tickets = before.filter(({ type }) => type === 'opened').length;
    writes = new RandomWrites((method, request) => desk.call(method, request), seed, tickets);
    const { gateway, backlog, resolution, workload } = desk.services;
    const groups = [
      [desk.replicas[0]!, backlog, gateway],
      [resolution, workload, ...desk.replicas.slice(1)],
    ];
    const restarts = groups.map((programs, group) =>
      restartAtRandom(programs, Math.floor(writeCount / pace), randomFrom(seed + 1 + group), (index) =>
        until(() => writes.done.length >= (index + group / 2) * pace),
      ),
    );
    await Promise.all([writes.run(writeCount), ...restarts]);

    log = await readLog();
    await until(() => watched.haveCome(log.length));
    await until(() => revisions.at(-1) === log.length && Number(afterRevision) === log.length);
    await streams.end();
    channel.close();
  }, patience);

  afterAll(async () => {
    await streams.end();
    await desk.close();
    await place.drop();
  });

  it('each write happens once', () => {
    expect(revisionsOf(log)).toEqual(log.map((_, index) => index + 1));
    for (const [rpc, kind] of Object.entries(kinds))
      expect(revisionsOf(log.slice(begin).filter(({ type }) => type === kind))).toEqual(
        revisionsOf(writes.done.filter((write) => write.code === 'ok' && write.rpc === rpc)).sort(
          (a, b) => a - b,
        ),
      );
    expect(new Set(writes.done.map(({ code }) => code))).toEqual(
      new Set(['ok', 'failed_precondition', 'not_found']),
    );
    expect(writes.repeated).toBeGreaterThan(0);
  });

  it(
    'every value that is told of an analysis is the recount at its revision',
    () => {
      expect(streams.cuts).toBeGreaterThan(watched.told.length);
      watched.expectRecount(log);
    },
    patience,
  );

  it('who watches tickets is told of each revision once', () => {
    expect(revisions).toEqual(revisionsOf(log.slice(begin)));
  });

  it('who follows the feed is told of each change once, after one snapshot', () => {
    expect(fed.filter((step) => step.case === 'snapshot' && step.value.complete)).toHaveLength(1);
    const changes = fed.flatMap((step) => (step.case === 'changes' ? step.value.changes : []));
    const counted = log
      .slice(begin)
      .filter(
        ({ type, payload }) => type !== 'message-posted' && (type !== 'edited' || 'category' in payload),
      );
    expect(revisionsOf(changes)).toEqual(revisionsOf(counted));
  });
});
