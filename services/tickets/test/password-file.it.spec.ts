import { StartError } from '@campus-desk/kit/config';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { Connection } from 'mysql2/promise';
import { isConnectionLoss } from '../src/store/failure.ts';
import { readHead } from '../src/store/head.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { describeOnMysql, type TestDatabase } from './databases.ts';
import { start } from './program.ts';
import { connectTo, killSessions } from './sessions.ts';
import { until } from './until.ts';

const awkward = `s3same@:/%# '"\\$\`é漢🔑`;

describeOnMysql('a password in a file', (createDatabase) => {
  const user = `desk_${randomUUID().slice(0, 8)}`;
  let place: TestDatabase;
  let admin: Connection;
  let folder: string;
  let file: string;
  let url: string;

  const setPassword = (password: string) => admin.query(`ALTER USER ?@'%' IDENTIFIED BY ?`, [user, password]);
  const open = (given: { url?: string; file?: string } = {}) =>
    openDatabase({
      DATABASE_URL: given.url ?? url,
      DATABASE_PASSWORD_FILE: given.file ?? file,
      DATA_DIR: '',
    });
  const failureOf = (action: Promise<unknown>) =>
    action.then(
      () => undefined,
      (error: unknown) => error as Error,
    );

  beforeAll(async () => {
    place = await createDatabase();
    const database = await place.open();
    await database.migrate();
    await database.close();
    admin = await connectTo(place);
    await admin.query(`CREATE USER ?@'%' IDENTIFIED BY ?`, [user, awkward]);
    await admin.query(`GRANT ALL ON ??.* TO ?@'%'`, [admin.config.database, user]);
    folder = await mkdtemp(join(tmpdir(), 'campus-desk-'));
    file = join(folder, 'password');
    await writeFile(file, awkward);
    const at = new URL(place.environment.DATABASE_URL!);
    url = `mysql://${user}@${at.host}${at.pathname}`;
  });

  afterAll(async () => {
    await admin.query(`DROP USER ?@'%'`, [user]);
    await admin.end();
    await place.drop();
    await rm(folder, { recursive: true });
  });

  it.each(['', '\n', '\r\n'])('may hold any character, and end with %j', async (end) => {
    await writeFile(file, `${awkward}${end}`);
    const database = await open();
    expect(await database.read(readHead)).toMatchObject({ revision: 0 });
    await database.close();
  });

  it('may hold line breaks of its own', async () => {
    await setPassword('first\n');
    await writeFile(file, 'first\n\n');
    await (await open()).close();
    await writeFile(file, 'first\n');
    expect((await failureOf(open()))?.message).toContain('Access denied');
    await setPassword(awkward);
    await writeFile(file, awkward);
  });

  it('may be exchanged while the service runs', async () => {
    const database = await open();
    await setPassword('another');
    await killSessions(admin);
    // Until the file follows, the database is out of reach, not broken.
    await until(async () => {
      const failure = await failureOf(database.read(readHead));
      expect(failure).toBeDefined();
      expect([failure, isConnectionLoss(failure)]).toEqual([failure, true]);
      return String(failure).includes('Access denied');
    });
    await rm(file);
    expect(isConnectionLoss(await failureOf(database.read(readHead)))).toBe(true);
    await writeFile(file, 'another');
    expect(await database.read(readHead)).toMatchObject({ revision: 0 });
    await database.close();
    await setPassword(awkward);
    await writeFile(file, awkward);
  });

  it('that was exchanged leaves those alone who are logged in', async () => {
    const database = await open();
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const first = database.read(async (manager) => {
      await readHead(manager);
      begun.resolve();
      await gate.promise;
      return readHead(manager);
    });
    await begun.promise;
    await setPassword('another');
    const others = await Promise.all([1, 2, 3].map(() => failureOf(database.read(readHead))));
    for (const failure of others) expect(failure?.message).toContain('Access denied');
    gate.resolve();
    expect(await first).toMatchObject({ revision: 0 });
    await database.close();
    await setPassword(awkward);
  });

  it.each([
    [
      'is missing',
      () => ({ file: join(folder, 'missing') }),
      /DATABASE_PASSWORD_FILE cannot be read: ENOENT.*missing/,
    ],
    ['cannot be read', () => ({ file: folder }), /DATABASE_PASSWORD_FILE cannot be read: EISDIR/],
    [
      'is beside one in the URL',
      () => ({ url: url.replace('@', ':s3same@') }),
      /in DATABASE_URL and another in/,
    ],
    ['has no URL to belong to', () => ({ url: '' }), /is of no use without DATABASE_URL/],
  ])('is named when it %s', async (_, given, message) => {
    const { url: other = url, file: path = file } = given() as { url?: string; file?: string };
    const failure = await failureOf(
      openDatabase({ DATABASE_URL: other || undefined, DATABASE_PASSWORD_FILE: path, DATA_DIR: folder }),
    );
    expect(failure).toBeInstanceOf(StartError);
    expect(failure?.message).toMatch(message);
    expect(inspect(failure)).not.toContain('s3same');
  });

  it('is named when it is empty', async () => {
    const empty = join(folder, 'empty');
    await writeFile(empty, '\n');
    expect((await failureOf(open({ file: empty })))?.message).toMatch(/DATABASE_PASSWORD_FILE is empty/);
  });

  it('is in no message, trace, cause or log', async () => {
    const wrong = join(folder, 'wrong');
    await writeFile(wrong, 's3same-wrong');
    const away = url.replace(/@[^/]*/u, '@127.0.0.1:1,127.0.0.1:2');
    for (const at of [url, away]) {
      const failure = await failureOf(open({ url: at, file: wrong }));
      expect(failure).toBeInstanceOf(StartError);
      expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain('s3same');
    }
    const service = start('main.ts', {
      DATABASE_URL: url,
      DATABASE_PASSWORD_FILE: wrong,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'trace',
    });
    await service.says('Trying again.');
    await writeFile(wrong, awkward);
    await service.says('"msg":"ready"');
    await setPassword('s3same-other');
    await killSessions(admin);
    await service.says('the log cannot be read');
    service.kill();
    await service.ended();
    await setPassword(awkward);
    expect(service.said()).toContain('Access denied');
    expect(service.said()).not.toContain('s3same');
  });
});
