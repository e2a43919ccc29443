import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection } from 'mysql2/promise';
import { hasMariadb, startMariadb, type TestServer } from '../../../scripts/test-database.ts';
import type { Database } from '../src/store/database.ts';
import { isConnectionLoss } from '../src/store/failure.ts';
import { readHead } from '../src/store/head.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { create } from './commands.ts';
import { ticketsIn } from './tables.ts';
import { until } from './until.ts';
import { carryOut, writerOn } from './writers.ts';

// The runner of the tests says loudly where there are none.
const describeOnTwo = hasMariadb() ? describe : describe.skip;

describeOnTwo('of two servers, each with its own data,', () => {
  let servers: readonly [TestServer, TestServer];
  let admins: readonly [Connection, Connection];
  let ports: readonly [number, number];
  let database: Database;

  /** Says which of them are read-only. */
  const setReadOnly = async (...readOnly: readonly [boolean, boolean]) => {
    // First the one that stops taking writes, as a planned switch does.
    for (const index of [0, 1] as const)
      if (readOnly[index]) await admins[index].query('SET GLOBAL read_only = 1');
    for (const index of [0, 1] as const)
      if (!readOnly[index]) await admins[index].query('SET GLOBAL read_only = 0');
  };
  const portOf = async (kind: 'read' | 'write') => {
    const [row] = await database[kind]((manager) =>
      manager.query<{ port: number }[]>('SELECT @@port AS port'),
    );
    return Number(row?.port);
  };

  beforeAll(async () => {
    servers = [await startMariadb(), await startMariadb()];
    admins = [
      await createConnection({ uri: servers[0].url.replace('/test', '') }),
      await createConnection({ uri: servers[1].url.replace('/test', '') }),
    ];
    ports = [Number(new URL(servers[0].url).port), Number(new URL(servers[1].url).port)];
    const DATABASE_URL = `mysql://root@${ports.map((port) => `127.0.0.1:${port}`).join(',')}/campus_desk`;
    const open = () => openDatabase({ DATABASE_URL, DATA_DIR: '' });
    for (const index of [1, 0]) {
      await setReadOnly(index !== 0, index !== 1);
      database = await open();
      await database.migrate();
      if (index === 1) await database.close();
    }
  });

  beforeEach(() => setReadOnly(false, true));

  afterAll(async () => {
    await database.close();
    for (const admin of admins) admin.destroy();
    for (const server of servers) await server.stop();
  });

  it('the one that takes writes gets all statements, and the other from the moment of a switch', async () => {
    for (const index of [0, 1, 0] as const) {
      await setReadOnly(index !== 0, index !== 1);
      expect(await Promise.all(Array.from({ length: 20 }, () => portOf('read')))).toEqual(
        Array.from({ length: 20 }, () => ports[index]),
      );
      expect(await portOf('write')).toBe(ports[index]);
      const streamed = database.stream(async function* (manager) {
        yield await manager.query<{ port: number }[]>('SELECT @@port AS port');
      });
      for await (const [row] of streamed) expect(Number(row?.port)).toBe(ports[index]);
    }
  });

  it('a switch is no error for writers, and each finds what it wrote', async () => {
    const writer = writerOn(database);
    for (const index of [0, 1, 0] as const) {
      await setReadOnly(index !== 0, index !== 1);
      const [ticket] = await carryOut(writer, create());
      expect((await ticketsIn(database)).at(-1)).toEqual(ticket);
    }
    const [rows] = await admins[1].query('SELECT id FROM campus_desk.ticket');
    expect(rows).toHaveLength(1);
  });

  it('what still runs on the old one is cut as soon as the switch is seen', async () => {
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const old = database.read(async (manager) => {
      await readHead(manager);
      begun.resolve();
      await gate.promise;
      return readHead(manager);
    });
    const failure = old.then(
      () => undefined,
      (error: unknown) => error,
    );
    await begun.promise;
    await setReadOnly(true, false);
    expect(await portOf('read')).toBe(ports[1]);
    gate.resolve();
    expect(isConnectionLoss(await failure)).toBe(true);
    await until(async () => {
      const [rows] = await admins[0].query(
        "SELECT id FROM information_schema.processlist WHERE db = 'campus_desk'",
      );
      return (rows as readonly unknown[]).length === 0;
    });
  });

  it('so is a statement that the old one never answers', async () => {
    const statement = 'SELECT SLEEP(3600)';
    const failure = database.read((manager) => manager.query(statement)).catch((error: unknown) => error);
    await until(async () => {
      const [rows] = await admins[0].query('SELECT 1 FROM information_schema.processlist WHERE info = ?', [
        statement,
      ]);
      return (rows as readonly unknown[]).length > 0;
    });
    await setReadOnly(true, false);
    expect(await portOf('write')).toBe(ports[1]);
    expect(isConnectionLoss(await failure)).toBe(true);
  });

  it.each([
    ['both are read-only', true, 'is read-only'],
    ['both take writes', false, 'takes writes, as another does'],
  ])('none is used while %s, and one as soon as it can be', async (_, readOnly, why) => {
    // A connection that is at hand would still do where only the other one's role has changed.
    await setReadOnly(true, true);
    await expect(portOf('read')).rejects.toThrow('no host takes writes');
    await setReadOnly(readOnly, readOnly);
    const error: unknown = await portOf('read').catch((reason: unknown) => reason);
    expect((error as Error).message).toBe(
      `no host takes writes (${ports.map((port) => `127.0.0.1:${port}: ${why}`).join('; ')})`,
    );
    expect(isConnectionLoss(error)).toBe(true);
    await setReadOnly(true, false);
    expect(await portOf('read')).toBe(ports[1]);
    expect(await portOf('write')).toBe(ports[1]);
  });

  it('the other one takes over when one is lost', async () => {
    expect(await portOf('write')).toBe(ports[0]);
    await servers[0].stop();
    await expect(portOf('write')).rejects.toThrow('no host takes writes');
    await admins[1].query('SET GLOBAL read_only = 0');
    expect(await portOf('write')).toBe(ports[1]);
  });
});
