import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { Database } from '../src/store/database.ts';
import { isConnectionLoss } from '../src/store/failure.ts';
import { LogTail } from '../src/store/log-tail.ts';
import { hostName, parseMysqlUrl, type Host } from '../src/store/mysql-url.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { TicketEntity } from '../src/store/entities.ts';
import { create, request } from './commands.ts';
import { follow } from './followers.ts';
import { eventsIn, ticketsIn } from './tables.ts';
import { until } from './until.ts';
import { writerOn } from './writers.ts';

const given = process.env.TEST_GROUP_URL;
const callers = 4;
const writesEach = 60;
const switches = 2;

// The runner of the tests says loudly that there is none.
(given === undefined ? describe.skip : describe)('on a replication group', () => {
  const group = parseMysqlUrl(given ?? 'mysql://db/test');
  const name = `campus_desk_test_${randomUUID().replaceAll('-', '')}`;
  let database: Database;
  let members: readonly { readonly host: Host; readonly connection: Connection; readonly id: string }[];

  const one = async <Row>(connection: Connection, sql: string) => {
    const [rows] = await connection.query<(RowDataPacket & Row)[]>(sql);
    return rows[0]!;
  };
  const primaryId = async () =>
    (
      await one<{ id: string }>(
        members[0]!.connection,
        "SELECT member_id AS id FROM performance_schema.replication_group_members WHERE member_role = 'PRIMARY'",
      )
    ).id;
  /** Makes the next member in the list the primary. */
  const switchPrimary = async () => {
    const current = await primaryId();
    const index = members.findIndex(({ id }) => id === current);
    const next = members[(index + 1) % members.length]!;
    await members[index]!.connection.query('SELECT group_replication_set_as_primary(?)', [next.id]);
    return next;
  };

  beforeAll(async () => {
    const { user, password } = group;
    members = await Promise.all(
      group.hosts.map(async (host) => {
        const connection = await createConnection({ host: host.name, port: host.port, user, password });
        return { host, connection, ...(await one<{ id: string }>(connection, 'SELECT @@server_uuid AS id')) };
      }),
    );
    const login = password === '' ? user : `${user}:${encodeURIComponent(password)}`;
    const DATABASE_URL = `mysql://${login}@${group.hosts.map(hostName).join(',')}/${name}`;
    database = await openDatabase({ DATABASE_URL, DATA_DIR: '' });
    await database.migrate();
  });

  afterAll(async () => {
    await database.close();
    const current = await primaryId();
    await members.find(({ id }) => id === current)!.connection.query(`DROP DATABASE ${name}`);
    for (const { connection } of members) await connection.end();
  });

  it('a planned switch loses and doubles nothing, and nobody reads what is older than what was answered', async () => {
    const failures: unknown[] = [];
    const tail = new LogTail(database);
    await tail.start((error) => failures.push(error));
    const follower = follow(tail);
    const writer = writerOn(database, { committed: () => tail.wake() });
    const answered: number[] = [];
    const persist = async <T>(action: () => Promise<T>): Promise<T> => {
      for (;;) {
        try {
          return await action();
        } catch (error) {
          failures.push(error);
          if (!isConnectionLoss(error)) throw error;
        }
      }
    };
    const call = async () => {
      for (let index = 0; index < writesEach; index++) {
        const write = request(create());
        const outcome = await persist(() => writer.submit(write));
        if (outcome.type === 'refused') throw new Error(outcome.refusal.type);
        const { id } = outcome.answer.ticket;
        const found = await persist(() => database.read((manager) => manager.existsBy(TicketEntity, { id })));
        expect([id, found]).toEqual([id, true]);
        answered.push(id);
      }
    };
    const running = Promise.all(Array.from({ length: callers }, call));
    for (let round = 1; round <= switches; round++) {
      await until(() => answered.length >= (round * callers * writesEach) / (switches + 1));
      const { host } = await switchPrimary();
      const [row] = await persist(() =>
        database.read((manager) => manager.query<{ port: number }[]>('SELECT @@port AS port')),
      );
      expect(Number(row?.port)).toBe(host.port);
    }
    await running;
    for (const failure of failures) expect([failure, isConnectionLoss(failure)]).toEqual([failure, true]);

    const all = Array.from({ length: callers * writesEach }, (_, index) => index + 1);
    expect(answered.toSorted((a, b) => a - b)).toEqual(all);
    expect((await ticketsIn(database)).map(({ id }) => id)).toEqual(all);
    expect((await eventsIn(database)).map(({ revision }) => revision)).toEqual(all);
    await until(() => follower.changes.length >= all.length);
    await follower.stop();
    await tail.stop();
    expect(follower.changes.map(({ revision }) => revision)).toEqual(all);
  });

  it('every connection sees all that the primary before has acknowledged', async () => {
    for (const kind of ['read', 'write'] as const) {
      const [row] = await database[kind]((manager) =>
        manager.query<{ consistency: string }[]>(
          'SELECT @@session.group_replication_consistency AS consistency',
        ),
      );
      expect(row?.consistency).toBe('BEFORE_ON_PRIMARY_FAILOVER');
    }
  });

  it('a secondary takes no writes, so that a test on it would fail', async () => {
    const current = await primaryId();
    const secondary = members.find(({ id }) => id !== current)!;
    expect(await one(secondary.connection, 'SELECT @@global.read_only AS readOnly')).toEqual({ readOnly: 1 });
  });
});
