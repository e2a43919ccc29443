import { expect, it } from '@jest/globals';
import type { RowDataPacket } from 'mysql2/promise';
import { migrations } from '../src/store/migrations.ts';
import { describeOnEachDatabase, describeOnMysql } from './databases.ts';
import { start } from './program.ts';
import { begins, connectTo } from './sessions.ts';
import { everything } from './tables.ts';

describeOnEachDatabase('several who migrate the same database at once', (createDatabase) => {
  it('all succeed, and one of them has done it', async () => {
    const place = await createDatabase();
    const programs = [1, 2, 3].map(() => start('cli.ts', place.environment, 'migrate'));
    for (const program of programs)
      expect([await program.ended(), program.said()]).toEqual([0, 'The tables are up to date.\n']);
    const database = await place.open();
    await database.requireCurrent();
    const done = await database.read((manager) => manager.query<unknown[]>('SELECT name FROM migrations'));
    expect(done).toHaveLength(migrations.length);
    const { feed_head, status_count } = await everything(database);
    expect([feed_head?.length, status_count?.length]).toEqual([1, 9]);
    await database.close();
    await place.drop();
  });
});

describeOnMysql('while somebody migrates', (createDatabase) => {
  it('others on the same database wait, and those on another do not', async () => {
    const [place, elsewhere] = [await createDatabase(), await createDatabase()];
    const [database, other] = [await place.open(), await elsewhere.open()];
    const [holder, watcher] = [await connectTo(place), await connectTo(place)];
    await holder.query("SELECT GET_LOCK(CONCAT('campus-desk-migrate-', LEFT(SHA2(DATABASE(), 256), 40)), 0)");
    let isOver = false;
    const migration = database.migrate().then(() => (isOver = true));
    await begins(watcher, 'SELECT GET_LOCK');
    await other.migrate();
    expect(isOver).toBe(false);
    const [tables] = await watcher.query<RowDataPacket[]>('SHOW TABLES');
    expect(tables).toEqual([]);
    // As when whoever migrates is killed.
    holder.destroy();
    await migration;
    await database.requireCurrent();
    await watcher.end();
    for (const open of [database, other]) await open.close();
    for (const made of [place, elsewhere]) await made.drop();
  });
});
