import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Connection } from 'mysql2/promise';
import type { Database } from '../src/store/database.ts';
import type { LogTail } from '../src/store/log-tail.ts';
import { create, request } from './commands.ts';
import { describeOnMysql, type TestDatabase } from './databases.ts';
import { follow, tailOf } from './followers.ts';
import { connectTo, begins } from './sessions.ts';
import { eventsIn } from './tables.ts';
import { until } from './until.ts';
import { writerOn } from './writers.ts';

/**
 * Numbers that are handed out at insert (auto-increment) and seen at commit let a reader that remembers the last one
 * lose a change that commits late. Here the number is taken under a lock that is held until the commit.
 */
describeOnMysql('two interleaved transactions', (createDatabase) => {
  let place: TestDatabase;
  let databases: readonly [Database, Database];
  let connection: Connection;
  let tail: LogTail;

  beforeAll(async () => {
    place = await createDatabase();
    databases = [await place.open(), await place.open()];
    await databases[0].migrate();
    connection = await connectTo(place);
    tail = await tailOf(databases[1]);
  });

  afterAll(async () => {
    await tail.stop();
    await connection.end();
    for (const database of databases) await database.close();
    await place.drop();
  });

  it('never let a reader of the log skip a change', async () => {
    const written = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const slow = writerOn({
      ...databases[0],
      write: (work) =>
        databases[0].write(async (manager) => {
          const result = await work(manager);
          written.resolve();
          await gate.promise;
          return result;
        }),
    });
    const follower = follow(tail);
    const settled: string[] = [];
    const first = slow.submit(request(create())).then((outcome) => (settled.push('first'), outcome));
    await written.promise;
    const second = writerOn(databases[1])
      .submit(request(create()))
      .then((outcome) => (settled.push('second'), outcome));

    await begins(connection, 'UPDATE feed_head');
    expect(await eventsIn(databases[1])).toEqual([]);
    expect(settled).toEqual([]);

    gate.resolve();
    expect(await first).toMatchObject({ answer: { revision: 1, ticket: { id: 1 } } });
    expect(await second).toMatchObject({ answer: { revision: 2, ticket: { id: 2 } } });
    expect(settled).toEqual(['first', 'second']);
    await until(() => follower.changes.length >= 2);
    await follower.stop();
    expect(follower.changes.map(({ revision, ticket }) => [revision, ticket.id])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});
