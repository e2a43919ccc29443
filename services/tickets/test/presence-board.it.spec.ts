import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Presence } from '../src/domain/presence.ts';
import type { Database } from '../src/store/database.ts';
import { PresenceEntity } from '../src/store/entities.ts';
import { PresenceBoard } from '../src/store/presence-board.ts';
import { PresenceReports } from '../src/store/presence-reports.ts';
import { OverloadError } from '../src/store/writer.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { until } from './until.ts';

describeOnEachDatabase('the board of who is where', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;
  let reads: number;
  let isAway: boolean;
  let now: number;
  let board: PresenceBoard;
  let reports: PresenceReports;
  const errors: unknown[] = [];

  beforeEach(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
    [reads, isAway, now] = [0, false, 1_000_000];
    errors.length = 0;
    const fragile: Database = {
      ...database,
      read(work) {
        reads++;
        return isAway ? Promise.reject(new Error('away')) : database.read(work);
      },
    };
    board = new PresenceBoard(
      fragile,
      (error) => errors.push(error),
      () => now,
    );
    reports = new PresenceReports(database, () => now);
  });

  afterEach(async () => {
    await board.stop();
    await database.close();
    await place.drop();
  });

  const come = (ticketId: number, clientId: string = randomUUID()) =>
    reports.report({ ticketId, clientId, side: 'user', activity: 'viewing' });

  /** Follows the board; answers all that it told. */
  const follow = () => {
    const leaving = new AbortController();
    const told: (readonly Presence[])[] = [];
    const following = (async () => {
      for await (const changes of board.follow(leaving.signal)) told.push(changes);
    })();
    const leave = async () => {
      leaving.abort();
      await following;
    };
    return { told, leave };
  };

  it('reads once for all who follow, and tells them the same objects', async () => {
    await come(1);
    const followers = Array.from({ length: 5 }, follow);
    await until(() => followers.every(({ told }) => told.length > 0));
    expect(reads).toBeLessThan(followers.length);
    for (const { told } of followers) expect(told[0]).toBe(followers[0]!.told[0]);
    await Promise.all(followers.map(({ leave }) => leave()));
  });

  it('is not read while nobody follows', async () => {
    const follower = follow();
    await until(() => reads > 0);
    await follower.leave();
    const before = reads;
    let ticks = 0;
    const watched: Database = {
      ...database,
      read(work) {
        ticks++;
        return database.read(work);
      },
    };
    const clock = new PresenceBoard(watched, (error) => errors.push(error));
    const leaving = new AbortController();
    const following = clock.follow(leaving.signal).next();
    await until(() => ticks > 3);
    expect(reads - before).toBeLessThan(2);
    leaving.abort();
    await following;
    await clock.stop();
  });

  it('goes on when the database is away, and lets go meanwhile of those whose time is over', async () => {
    await come(1);
    const { told, leave } = follow();
    await until(() => told.length === 1);
    isAway = true;
    await until(() => errors.length > 0);
    expect(told).toHaveLength(1);
    now += 30_000;
    await until(() => told.length === 2);
    expect(told[1]).toEqual([{ ticketId: 1, visitors: [] }]);
    isAway = false;
    await come(2);
    await until(() => told.length === 3);
    expect(told[2]).toMatchObject([{ ticketId: 2 }]);
    await leave();
  });

  it('tells somebody slow what is different by then, and not what was in between', async () => {
    const leaving = new AbortController();
    const slow = board.follow(leaving.signal);
    const fast = follow();
    await come(1);
    expect((await slow.next()).value).toMatchObject([{ ticketId: 1 }]);
    for (const [index, ticketId] of [2, 3, 4].entries()) {
      await come(ticketId);
      await until(() => fast.told.length > index + 1);
    }
    expect(((await slow.next()).value as readonly Presence[]).map(({ ticketId }) => ticketId)).toEqual([
      2, 3, 4,
    ]);
    leaving.abort();
    await slow.next();
    await fast.leave();
  });

  it('writes what is said in one moment together, the last word of each', async () => {
    let writes = 0;
    const counting: Database = {
      ...database,
      write(work) {
        writes++;
        return database.write(work);
      },
    };
    const together = new PresenceReports(counting, () => now);
    const visit = { ticketId: 1, side: 'user', activity: 'viewing' } as const;
    const clientId = randomUUID();
    await Promise.all([
      ...Array.from({ length: 500 }, () => together.report({ ...visit, clientId: randomUUID() })),
      together.report({ ...visit, clientId }),
      together.report({ ...visit, clientId, activity: 'writing' }),
      together.report({ ...visit, clientId: 'x', activity: 'viewing' }),
      together.report({ ...visit, clientId: 'x', activity: 'left' }),
    ]);
    expect(writes).toBe(1);
    const rows = await database.read((manager) => manager.find(PresenceEntity));
    expect(rows).toHaveLength(501);
    expect(rows.find((row) => row.clientId === clientId)).toMatchObject({
      activity: 'writing',
      until: now + 30_000,
    });
  });

  it('refuses more than it can take, and takes them when they come again', async () => {
    const many = Array.from({ length: 2_001 }, () => come(1));
    const outcomes = await Promise.allSettled(many);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2_000);
    expect(outcomes.at(-1)).toMatchObject({ reason: expect.any(OverloadError) });
    await come(1);
  });

  it('tells who said something that it could not be written, and goes on', async () => {
    let isReadOnly = true;
    const fragile: Database = {
      ...database,
      write: (work) => (isReadOnly ? Promise.reject(new Error('away')) : database.write(work)),
    };
    const own = new PresenceReports(fragile, () => now);
    const visit = { ticketId: 1, clientId: randomUUID(), side: 'user', activity: 'viewing' } as const;
    await expect(own.report(visit)).rejects.toThrow('away');
    isReadOnly = false;
    await own.report(visit);
    expect(await database.read((manager) => manager.count(PresenceEntity))).toBe(1);
  });

  it('is cleaned of what holds no longer', async () => {
    await come(1, 'old');
    await come(2, 'old');
    now += 30_001;
    await come(2, 'new');
    await reports.takeAway();
    const rows = await database.read((manager) => manager.find(PresenceEntity));
    expect(rows).toMatchObject([{ clientId: 'new' }]);
  });
});
