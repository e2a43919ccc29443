import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../src/store/database.ts';
import { LogTail, type LogStep } from '../src/store/log-tail.ts';
import { create, move, post, update } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { follow, tailOf } from './followers.ts';
import { eventsIn } from './tables.ts';
import { until } from './until.ts';
import { carryOut, writerOn } from './writers.ts';

describeOnEachDatabase('the tail of the log', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('tells each ticket as it was at each revision, from the database and from memory alike', async () => {
    const tail = await tailOf(database);
    const live = follow(tail);
    const states = await carryOut(
      writerOn(database, { committed: () => tail.wake() }),
      ...[create(), update(1, { title: 'A' }), post(1), move(1, 'active'), update(1, { title: 'B' })],
      ...[create(), post(1, 'helpdesk', 'Done.'), move(1, 'closed')],
    );
    await until(() => live.changes.length >= states.length);
    await live.stop();
    await tail.stop();
    const restarted = await tailOf(database);
    const late = follow(restarted);
    await until(() => late.changes.length >= states.length);
    await late.stop();
    await restarted.stop();
    for (const { changes } of [live, late]) {
      expect(changes.map(({ ticket }) => ticket)).toEqual(states);
      expect(changes.flatMap(({ message }) => message?.body ?? [])).toEqual(['Any news?', 'Done.']);
    }
    expect(late.changes.map(({ isClosed }) => isClosed)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('tells of closed tickets that they are, once it has seen it', async () => {
    const tail = await tailOf(database);
    const [ticket] = await carryOut(writerOn(database), create());
    const id = ticket!.id;
    const first = follow(tail, ticket!.revision - 1);
    await until(() => first.changes.length === 1);
    await carryOut(writerOn(database), move(id, 'active'), move(id, 'closed'));
    await until(() => first.changes.length === 3);
    const second = follow(tail, ticket!.revision - 1);
    await until(() => second.changes.length === 3);
    expect(first.changes[0]?.isClosed).toBe(false);
    expect(second.changes.map(({ isClosed }) => isClosed)).toEqual([true, true, true]);
    for (const follower of [first, second]) await follower.stop();
    await tail.stop();
  });

  it('goes on after errors of the database, and skips nothing', async () => {
    let broken = false;
    const errors: unknown[] = [];
    const fragile: Database = {
      ...database,
      read: (work) => (broken ? Promise.reject(new Error('broken')) : database.read(work)),
    };
    const tail = new LogTail(fragile);
    await tail.start((error) => errors.push(error));
    const start = (await eventsIn(database)).length;
    const follower = follow(tail, start);
    const writer = writerOn(database, { committed: () => tail.wake() });
    for (let round = 1; round <= 3; round++) {
      broken = true;
      await carryOut(writer, create(), create());
      await until(() => errors.length >= round);
      broken = false;
      await until(() => follower.changes.length >= round * 2);
    }
    await follower.stop();
    await tail.stop();
    expect(follower.changes.map(({ revision }) => revision - start)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives a reader steps of bounded size, at the pace of the reader', async () => {
    const tail = await tailOf(database);
    const writer = writerOn(database);
    await Promise.all(Array.from({ length: 450 }, () => carryOut(writer, post(2))));
    const stopped = new AbortController();
    const steps: LogStep[] = [];
    const end = (await eventsIn(database)).length;
    for await (const step of tail.after(0, stopped.signal)) {
      steps.push(step);
      if (step.revision === end) stopped.abort();
    }
    await tail.stop();
    expect(Math.max(...steps.map(({ changes }) => changes.length))).toBeLessThanOrEqual(200);
    expect(steps.flatMap(({ changes }) => changes.map(({ revision }) => revision))).toEqual(
      Array.from({ length: end }, (_, index) => index + 1),
    );
  });

  it('tells a first step at once, then none but after a silence, and ends when told to', async () => {
    const tail = new LogTail(database, 20);
    await tail.start(() => undefined);
    const stopped = new AbortController();
    const end = (await eventsIn(database)).length;
    const steps: LogStep[] = [];
    for await (const step of tail.after(end, stopped.signal)) {
      steps.push(step);
      if (steps.length === 3) stopped.abort();
    }
    await tail.stop();
    expect(steps).toEqual(Array.from({ length: 3 }, () => ({ revision: end, changes: [] })));
  });
});
