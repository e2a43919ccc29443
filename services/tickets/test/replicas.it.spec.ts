import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../src/store/database.ts';
import type { LogTail } from '../src/store/log-tail.ts';
import { create, move, post, request } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { follow, tailOf } from './followers.ts';
import { eventsIn, ticketsIn } from './tables.ts';
import { until } from './until.ts';
import { carryOut, writerOn } from './writers.ts';

const callers = 10;
const writesEach = 20;
const total = 2 * callers * writesEach;

describeOnEachDatabase('two replicas on one database', (createDatabase) => {
  let place: TestDatabase;
  let replicas: readonly { readonly database: Database; readonly tail: LogTail }[];

  beforeAll(async () => {
    place = await createDatabase();
    const [first, second] = [await place.open(), await place.open()];
    await first.migrate();
    replicas = [
      { database: first, tail: await tailOf(first) },
      { database: second, tail: await tailOf(second) },
    ];
  });

  afterAll(async () => {
    for (const { tail } of replicas) await tail.stop();
    for (const { database } of replicas) await database.close();
    await place.drop();
  });

  it('write one log without gaps, which every follower of either sees once and in order', async () => {
    const followers = replicas.flatMap(({ tail }) => [follow(tail), follow(tail)]);
    await Promise.all(
      replicas.flatMap(({ database, tail }) => {
        const writer = writerOn(database, { committed: () => tail.wake() });
        const commands = Array.from({ length: writesEach }, () => create());
        return Array.from({ length: callers }, () => carryOut(writer, ...commands));
      }),
    );

    const revisions = Array.from({ length: total }, (_, index) => index + 1);
    const events = await eventsIn(replicas[0]!.database);
    expect(events.map(({ revision }) => revision)).toEqual(revisions);
    expect(events.map(({ ticketId }) => ticketId)).toEqual(revisions);
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b));

    await until(() => followers.every(({ changes }) => changes.length >= total));
    for (const follower of followers) {
      await follower.stop();
      expect(follower.changes.map(({ revision }) => revision)).toEqual(revisions);
    }
  });

  it('tell a late follower the same as those who were there', async () => {
    const [told, late] = replicas.map(({ tail }) => follow(tail));
    await until(() => told!.changes.length >= total && late!.changes.length === told!.changes.length);
    await Promise.all([told!.stop(), late!.stop()]);
    expect(late!.changes).toEqual(told!.changes);
  });

  it('both move a ticket, and one is refused', async () => {
    const outcomes = await Promise.all(
      replicas.map(({ database }) => writerOn(database).submit(request(move(1, 'active')))),
    );
    expect(outcomes.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
  });

  it('lose no message under the same ticket', async () => {
    await Promise.all(
      replicas.flatMap(({ database }) => {
        const writer = writerOn(database);
        return Array.from({ length: 50 }, () => writer.submit(request(post(2))));
      }),
    );
    const tickets = await ticketsIn(replicas[1]!.database);
    expect(tickets.find(({ id }) => id === 2)?.messageCount).toBe(100);
  });
});
