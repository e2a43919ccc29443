import { WorkloadService, type GetWorkloadResponse } from '@campus-desk/contract/campus/analysis/v1/workload';
import { Code, createClient, type Client } from '@connectrpc/connect';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEachDatabase, type TestDatabase } from '../../tickets/test/databases.ts';
import { eventsIn } from '../../tickets/test/tables.ts';
import { until } from '../../tickets/test/until.ts';
import { KeptStreams } from './kept-streams.ts';
import { Past } from './past.ts';
import { RandomWrites } from './random-writes.ts';
import { expectWorkload } from './recount.ts';
import { transports } from './transports.ts';
import { campusTimeZone, startWholeDesk, type WholeDesk } from './whole-desk.ts';

/** More changes than one step of the feed tells. */
const writeCount = 400;

/** For how long a call waits for the analysis, in ms: more than it could be held without noticing. */
const longerThanUnnoticed = 4_000;

describeOnEachDatabase('an analysis that is held while much happens', (create) => {
  let place: TestDatabase;
  let desk: WholeDesk;
  let workload: Client<typeof WorkloadService>;
  const streams = new KeptStreams();
  const told: GetWorkloadResponse[] = [];

  beforeAll(async () => {
    place = await create();
    desk = await startWholeDesk({}, { database: place.environment });
    workload = createClient(WorkloadService, transports[0]![1](desk.url));
    streams.keep(
      (signal) => workload.watchWorkload({}, { signal }),
      ({ answer }) => told.push(answer!),
    );
    await until(() => told.length > 0);
  });

  afterAll(async () => {
    desk.services.workload.signal('SIGCONT');
    await streams.end();
    await desk.close();
    await place.drop();
  });

  it('says nothing meanwhile, and once it goes on only what is true then', async () => {
    desk.services.workload.signal('SIGSTOP');
    await new RandomWrites((method, request) => desk.call(method, request), 1, 1).run(writeCount, 32);
    await expect(workload.getWorkload({}, { timeoutMs: longerThanUnnoticed })).rejects.toMatchObject({
      code: Code.DeadlineExceeded,
    });
    const database = await place.open();
    const log = await eventsIn(database);
    await database.close();
    const before = told.length;
    desk.services.workload.signal('SIGCONT');
    const answers = await Promise.all(Array.from({ length: 5 }, () => workload.getWorkload({})));
    await until(() => told.length > before);
    const past = new Past(log, campusTimeZone);
    for (const answer of [...told, ...answers]) expectWorkload(answer, past.at(answer.revision));
    for (const { revision } of [...told.slice(before), ...answers]) expect(revision).toBe(BigInt(log.length));
  });
});
