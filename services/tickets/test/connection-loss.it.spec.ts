import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Connection } from 'mysql2/promise';
import type { Database } from '../src/store/database.ts';
import { isConnectionLoss } from '../src/store/failure.ts';
import { readHead } from '../src/store/head.ts';
import { LogTail } from '../src/store/log-tail.ts';
import type { Answer, WriteRequest } from '../src/store/write-request.ts';
import type { Writer } from '../src/store/writer.ts';
import { create, move, post, request } from './commands.ts';
import { describeOnMysql, type TestDatabase } from './databases.ts';
import { follow } from './followers.ts';
import { connectTo, killSessions, begins } from './sessions.ts';
import { eventsIn, ticketsIn } from './tables.ts';
import { until } from './until.ts';
import { carryOut, writerOn } from './writers.ts';

const callers = 6;
const writesEach = 25;
const kills = 8;

describeOnMysql('when connections are lost', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;
  let connection: Connection;

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
    connection = await connectTo(place);
  });

  afterAll(async () => {
    await connection.end();
    await database.close();
    await place.drop();
  });

  it('every write is answered and done once, and those who follow the log see each', async () => {
    const writer = writerOn(database);
    const failures: unknown[] = [];
    const tail = new LogTail(database);
    await tail.start((error) => failures.push(error));
    const follower = follow(tail);
    let answered = 0;
    const call = async () => {
      const revisions: number[] = [];
      for (let index = 0; index < writesEach; index++) {
        revisions.push((await persist(writer, request(create()), failures)).revision);
        answered++;
      }
      return revisions;
    };
    const running = Promise.all(Array.from({ length: callers }, call));
    let killed = 0;
    for (let round = 1; round <= kills; round++) {
      await until(() => answered >= (round * callers * writesEach) / (kills + 1));
      killed += await killSessions(connection);
    }
    const revisions = (await running).flat();
    expect(killed).toBeGreaterThan(kills);
    for (const failure of failures) expect([failure, isConnectionLoss(failure)]).toEqual([failure, true]);

    const all = Array.from({ length: callers * writesEach }, (_, index) => index + 1);
    expect(revisions.toSorted((a, b) => a - b)).toEqual(all);
    await until(() =>
      database.read(readHead).then(
        ({ revision }) => revision === all.length,
        () => false,
      ),
    );
    expect((await eventsIn(database)).map(({ revision }) => revision)).toEqual(all);
    expect((await ticketsIn(database)).map(({ id }) => id)).toEqual(all);
    await until(() => follower.changes.length >= all.length);
    await follower.stop();
    await tail.stop();
    expect(follower.changes.map(({ revision }) => revision)).toEqual(all);
  });

  it('a deadlock costs another try, not an error', async () => {
    const writer = writerOn(database);
    const [ticket] = await carryOut(writer, create());
    const id = ticket!.id;
    // Much work done makes the other transaction the one that survives.
    await connection.query('CREATE TABLE ballast (id int PRIMARY KEY)');
    await connection.beginTransaction();
    const numbers = Array.from({ length: 500 }, (_, number) => [number]);
    await connection.query('INSERT INTO ballast VALUES ?', [numbers]);
    await connection.query(`UPDATE ticket SET title = 'Locked' WHERE id = ${id}`);
    const outcome = writer.submit(request(move(id, 'active')));
    const watcher = await connectTo(place);
    await begins(watcher, 'UPDATE `ticket`');
    await connection.query('UPDATE feed_head SET revision = revision');
    await connection.commit();
    expect(await outcome).toMatchObject({
      type: 'done',
      answer: { ticket: { id, status: 'active', title: 'Locked' } },
    });
    await watcher.end();
    expect(await writer.submit(request(post(id)))).toMatchObject({ type: 'done' });
  });
});

/** Sends a request until it is answered, as callers do. */
async function persist(writer: Writer, write: WriteRequest, failures: unknown[]): Promise<Answer> {
  for (;;) {
    try {
      const outcome = await writer.submit(write);
      if (outcome.type === 'refused') throw new Error(outcome.refusal.type);
      return outcome.answer;
    } catch (error) {
      failures.push(error);
      if (!isConnectionLoss(error)) throw error;
    }
  }
}
