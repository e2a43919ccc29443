import { StartError } from '@campus-desk/kit/config';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Database } from '../src/store/database.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { create, move, post } from './commands.ts';
import { describeOnEachDatabase, describeOnMysql, type TestDatabase } from './databases.ts';
import { everything } from './tables.ts';
import { carryOut, writerOn } from './writers.ts';

/** The sentence that an operator reads. */
async function sentence(action: Promise<unknown>): Promise<string> {
  const error = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  return (error as Error).message;
}

/** The statements that would make and drop the indexes that a server has. */
async function indexesOf(database: Database): Promise<readonly Record<'made' | 'dropped', string>[]> {
  if (await database.read(({ dataSource }) => Promise.resolve(dataSource.options.type !== 'mysql')))
    return [];
  const rows = await database.read((manager) =>
    manager.query<Record<'place' | 'name' | 'columns', string>[]>(
      `SELECT table_name AS place, index_name AS name,
         GROUP_CONCAT('\`', column_name, '\`' ORDER BY seq_in_index SEPARATOR ', ') AS columns
       FROM information_schema.statistics WHERE table_schema = DATABASE() GROUP BY table_name, index_name`,
    ),
  );
  return rows.map(({ place, name, columns }) => ({
    made: `CREATE INDEX \`${name}\` ON \`${place}\` (${columns})`,
    dropped: `DROP INDEX \`${name}\` ON \`${place}\``,
  }));
}

describeOnEachDatabase('the tables', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;
  const query = (statement: string) => database.write((manager) => manager.query<unknown>(statement));
  const tables = () =>
    database.read(({ dataSource }) =>
      Promise.resolve(dataSource.entityMetadatas.map(({ tableName: name }) => ({ name }))),
    );

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('are asked for where there are none', async () => {
    expect(await sentence(database.requireCurrent())).toMatch(
      /are not up to date: run "node services\/tickets\/src\/cli.ts migrate"/,
    );
    // Asking makes none.
    expect(await database.read(({ queryRunner }) => queryRunner!.hasTable('migrations'))).toBe(false);
  });

  it('are created, and left as they are by another migration', async () => {
    await database.migrate();
    await database.requireCurrent();
    await carryOut(writerOn(database), create());
    const before = await everything(database);
    await database.migrate();
    await database.requireCurrent();
    expect(await everything(database)).toEqual(before);
    expect(before.ticket).toHaveLength(1);
  });

  it('are as the entities say, so that no migration is missing', async () => {
    const statements = await database.read(async ({ dataSource }) => {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      return upQueries.map(({ query }) => query);
    });
    // MariaDB tells of a missing default as NULL, which TypeORM takes for a difference.
    const falseAlarm = /^ALTER TABLE `\w+` CHANGE `(\w+)` `\1` \S+ NULL$/;
    // Then it would also drop the indexes over such a column and make them again as they are.
    const asIs = (await indexesOf(database)).filter(({ made }) => statements.includes(made));
    const idle = new Set(asIs.flatMap(({ made, dropped }) => [made, dropped]));
    expect(statements.filter((it) => !falseAlarm.test(it) && !idle.has(it))).toEqual([]);
  });

  it('hold one log of their own', async () => {
    const elsewhere = await createDatabase();
    const other = await elsewhere.open();
    await other.migrate();
    const [mine, theirs] = [await everything(database), await everything(other)];
    const logId = ({ feed_head }: typeof mine) => (feed_head?.[0] as { logId: string }).logId;
    expect(logId(mine)).toMatch(/^[0-9a-f-]{36}$/);
    expect(logId(theirs)).not.toBe(logId(mine));
    await other.close();
    await elsewhere.drop();
  });

  it('are completed when a migration was cut off half-way', async () => {
    const before = await everything(database);
    await query('DELETE FROM migrations');
    await query('DROP TABLE closed_bucket');
    await database.migrate();
    await database.requireCurrent();
    expect(await everything(database)).toEqual(before);
  });

  it('that a newer version has only expanded serve as before', async () => {
    await query("INSERT INTO migrations (timestamp, name) VALUES (9999999999998, 'ExpandAll9999999999998')");
    await query('CREATE TABLE attachment (id integer PRIMARY KEY)');
    for (const { name } of await tables()) {
      await query(`ALTER TABLE ${name} ADD COLUMN new_and_nullable varchar(20)`);
      await query(`ALTER TABLE ${name} ADD COLUMN new_with_default integer NOT NULL DEFAULT 7`);
    }
    const another = await place.open();
    await another.requireCurrent();
    const before = await everything(another);
    expect(await another.migrate()).toEqual(['ExpandAll9999999999998']);
    expect(await everything(another)).toEqual(before);

    const writer = writerOn(another);
    const [ticket] = await carryOut(writer, create());
    const { id } = ticket!;
    await carryOut(writer, post(id), move(id, 'active'), move(id, 'closed'));
    const after = await everything(another);
    expect(after.ticket).toHaveLength(before.ticket!.length + 1);
    expect(after.event).toHaveLength(before.event!.length + 4);
    for (const table of ['message', 'request', 'ticket_term', 'closed_bucket'])
      expect([table, after[table]!.length]).not.toEqual([table, before[table]!.length]);
    expect(await query('SELECT new_with_default AS number FROM message')).toEqual([{ number: 7 }]);
    await another.close();
  });

  it('that a newer version has changed otherwise are refused', async () => {
    await query(
      "INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'ContractAll9999999999999')",
    );
    const another = await place.open();
    for (const action of [() => another.requireCurrent(), () => another.migrate()])
      expect(await sentence(action())).toMatch(/newer version of Campus Desk \(ContractAll9999999999999\)/);
    await another.close();
  });
});

describe('an embedded database', () => {
  it('in a folder that is none is refused', async () => {
    const file = join(tmpdir(), `campus-desk-${randomUUID()}`);
    await writeFile(file, 'not a folder');
    expect(await sentence(openDatabase({ DATA_DIR: join(file, 'below') }))).toContain('Cannot keep data in');
    expect(await sentence(openDatabase({ DATA_DIR: file }))).toContain('Cannot keep data in');
    await rm(file);
  });
});

describeOnMysql('a server', (createDatabase) => {
  const secret = 'sesame-0pen';

  it.each([
    ['that does not answer', 'mysql://desk:sesame-0pen@127.0.0.1:1/campus_desk'],
    ['of an unknown name', 'mysql://desk:sesame-0pen@campus-desk.invalid:3306/campus_desk'],
  ])('%s is named without the password', async (_, url) => {
    const message = await sentence(openDatabase({ DATABASE_URL: url, DATA_DIR: '' }));
    expect(message).toContain('Cannot use the database mysql://desk@');
    expect(message).not.toContain(secret);
  });

  it('that refuses the password is named without it', async () => {
    const url = new URL((await createDatabase()).environment.DATABASE_URL!);
    [url.username, url.password] = ['nobody-we-know', secret];
    const message = await sentence(openDatabase({ DATABASE_URL: url.href, DATA_DIR: '' }));
    expect(message).toMatch(/mysql:\/\/nobody-we-know@.*Access denied/);
    expect(message).not.toContain(secret);
  });

  it('gets a database that is missing, with text compared by code point', async () => {
    const place = await createDatabase();
    const database = await place.open();
    const [row] = await database.read((manager) =>
      manager.query<{ charset: string }[]>('SELECT @@collation_database AS charset'),
    );
    expect(row?.charset).toBe('utf8mb4_bin');
    await database.close();
    await place.drop();
  });
});
