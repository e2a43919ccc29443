import { afterEach, expect, it, jest } from '@jest/globals';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { describeOnMysql } from './databases.ts';
import { everything } from './tables.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** Whether a statement changes something, as opposed to looking at it. */
const changes = /^\s*(CREATE|ALTER|INSERT|COMMIT)/i;

/** Lets so many changing statements through, and no statement after them, as when the program is killed. */
function killAfter(statements: number): void {
  let count = 0;
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const query = MysqlQueryRunner.prototype.query;
  jest.spyOn(MysqlQueryRunner.prototype, 'query').mockImplementation(function (
    this: MysqlQueryRunner,
    ...given
  ) {
    if (count >= statements) return Promise.reject(new Error('killed'));
    if (changes.test(given[0])) count++;
    return query.apply(this, given) as Promise<never>;
  });
}

describeOnMysql('a migration that is killed', (createDatabase) => {
  it('after any of its statements is completed by the next', async () => {
    const reference = await createDatabase();
    const complete = await reference.open();
    await complete.migrate();
    const expected = await everything(complete);
    let isComplete = false;
    let kills = 0;
    for (; !isComplete; kills++) {
      const place = await createDatabase();
      const database = await place.open();
      killAfter(kills);
      isComplete = await database.migrate().then(
        () => true,
        (error: unknown) => {
          expect((error as Error).message).toContain('killed');
          return false;
        },
      );
      jest.restoreAllMocks();
      await database.close();
      const again = await place.open();
      await again.migrate();
      await again.requireCurrent();
      const [head] = expected.feed_head as { logId: string }[];
      const found = await everything(again);
      const [own] = found.feed_head as { logId: string }[];
      expect({ ...found, feed_head: [{ ...own, logId: head!.logId }] }).toEqual(expected);
      await again.close();
      await place.drop();
    }
    expect(kills).toBeGreaterThan(35);
    await complete.close();
    await reference.drop();
    // As many times as there are statements, each on a database of its own.
  }, 180_000);
});
