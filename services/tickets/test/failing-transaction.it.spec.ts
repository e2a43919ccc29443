import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../src/store/database.ts';
import { create, move, post, request } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { everything } from './tables.ts';
import { carryOut, writerOn } from './writers.ts';

describeOnEachDatabase('a transaction that fails at its end', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
    await carryOut(writerOn(database), create(), move(1, 'active'));
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('leaves nothing of a message: not the count, not the time, not the terms', async () => {
    const before = await everything(database);
    const failing = writerOn({
      ...database,
      write: (work) =>
        database.write(async (manager) => {
          await work(manager);
          throw new RangeError('the last moment');
        }),
    });
    await expect(failing.submit(request(post(1)))).rejects.toThrow('the last moment');
    await expect(failing.submit(request(move(1, 'closed')))).rejects.toThrow('the last moment');
    expect(await everything(database)).toEqual(before);
  });

  it('is carried out by trying again with the same request, once', async () => {
    const write = request(post(1));
    let commits = 0;
    const answers = [];
    const lossy = writerOn({
      ...database,
      async write(work) {
        const result = await database.write(work);
        if (++commits === 1) throw Object.assign(new Error('gone'), { code: 'PROTOCOL_CONNECTION_LOST' });
        return result;
      },
    });
    answers.push(await lossy.submit(write), await writerOn(database).submit(write));
    expect(commits).toBe(2);
    expect(answers[0]).toEqual(answers[1]);
    const { message } = await everything(database);
    expect(message).toHaveLength(1);
  });

  it('is not tried forever', async () => {
    let tries = 0;
    const dead = writerOn({
      ...database,
      write() {
        tries++;
        return Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
      },
    });
    await expect(dead.submit(request(post(1)))).rejects.toThrow('gone');
    expect(tries).toBe(3);
    await dead.idle();
  });
});
