import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../src/store/database.ts';
import { forgetRequests } from '../src/store/remembered-requests.ts';
import { create, request } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { everything } from './tables.ts';
import { until } from './until.ts';
import { writerOn } from './writers.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describeOnEachDatabase('request ids', (createDatabase) => {
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

  it('are forgotten after 24 hours, not before', async () => {
    const [old, young] = [request(create()), request(create())];
    await writerOn(database, { clock: () => Date.now() - day - minute }).submit(old);
    const answer = await writerOn(database, { clock: () => Date.now() - day + minute }).submit(young);
    const stop = forgetRequests(database, (error) => {
      throw error;
    });
    await until(async () => (await everything(database)).request?.length === 1);
    stop();
    expect(await writerOn(database).submit(young)).toEqual(answer);
    expect(await writerOn(database).submit(old)).toMatchObject({ answer: { ticket: { id: 3 } } });
  });
});
