import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../src/store/database.ts';
import { lockHead, readHead } from '../src/store/head.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { until } from './until.ts';

describeOnEachDatabase('while another process is writing', (createDatabase) => {
  let place: TestDatabase;
  let databases: readonly [Database, Database];

  beforeAll(async () => {
    place = await createDatabase();
    databases = [await place.open(), await place.open()];
    await databases[0].migrate();
  });

  afterAll(async () => {
    for (const database of databases) await database.close();
    await place.drop();
  });

  it('a write waits, and reads do not', async () => {
    const locked = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const order: string[] = [];
    const first = databases[0].write(async (manager) => {
      await lockHead(manager);
      locked.resolve();
      await gate.promise;
      order.push('first');
    });
    await locked.promise;
    let reads = 0;
    const second = databases[1].write(async (manager) => {
      await lockHead(manager);
      order.push('second');
    });
    await until(async () => {
      for (const database of databases) expect((await database.read(readHead)).revision).toBe(0);
      return ++reads >= 20;
    });
    gate.resolve();
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });
});
