import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { insertRows } from '../src/store/bulk-insert.ts';
import type { Database } from '../src/store/database.ts';
import { fillFlow } from '../src/store/day-flow.ts';
import { DayFlowEntity, EventEntity, FeedHeadEntity, type DayFlow } from '../src/store/entities.ts';
import { readSnapshot } from '../src/store/feed-snapshot.ts';
import { readHead } from '../src/store/head.ts';
import { verify } from '../src/store/verify.ts';
import { runCli } from './cli.ts';
import { create, request } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { randomCommand, randomFrom } from './random.ts';
import { everything } from './tables.ts';
import { carryOut, writerOn } from './writers.ts';

const hour = 60 * 60 * 1000;
const zone = 'America/New_York';
const calendar = new CampusCalendar(zone);

describeOnEachDatabase('the days on which tickets come and go', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;
  const random = randomFrom(11);
  // Over the night in which the clocks go back.
  let now = Date.parse('2026-10-28T00:00:00Z');

  async function write(rounds: number): Promise<void> {
    const writer = writerOn(database, { calendar, clock: () => (now += random() < 0.3 ? 3 * hour : 7) });
    for (let round = 0; round < rounds; round++)
      await Promise.all(Array.from({ length: 5 }, () => writer.submit(request(randomCommand(random, 60)))));
  }

  const head = () => database.read(readHead);
  const stored = () => database.read((manager) => manager.find(DayFlowEntity, { order: { date: 'ASC' } }));
  const told = async () =>
    (await database.read((manager) => readSnapshot(manager, calendar))).flatMap(({ flow }) => flow);
  const differences = async () => {
    const { counters, findings } = await verify(database, calendar);
    return [...counters.kept, ...findings.kept];
  };

  /** Does work as the version before does it, which leaves the days as they are. */
  async function asVersionBefore(work: () => Promise<void>): Promise<void> {
    const [days, { flowRevision }] = [await stored(), await head()];
    await work();
    await database.write(async (manager) => {
      await manager.createQueryBuilder().delete().from(DayFlowEntity).execute();
      await insertRows(manager, DayFlowEntity, days);
      await manager.update(FeedHeadEntity, { id: 1 }, { flowRevision });
    });
  }

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
    await write(60);
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('are kept up with the log by every write', async () => {
    const { revision, flowRevision } = await head();
    expect(flowRevision).toBe(revision);
    expect((await stored()).length).toBeGreaterThan(5);
    expect(await told()).toEqual(await stored());
    expect(await differences()).toEqual([]);
  });

  it('are told and verified though the version before wrote last, and completed by the next write', async () => {
    const before = await stored();
    await asVersionBefore(() => write(30));
    expect(await stored()).toEqual(before);
    const whole = await told();
    expect(whole).not.toEqual(before);
    expect(await differences()).toEqual([]);

    await carryOut(writerOn(database, { calendar, clock: () => now }), create());
    const { revision, flowRevision } = await head();
    expect(flowRevision).toBe(revision);
    const { name: date } = calendar.dayAt(now);
    const today = whole.find((day) => day.date === date) ?? { openedCount: 0, closedCount: 0 };
    expect(await stored()).toEqual([
      ...whole.filter((day) => day.date !== date),
      { ...today, date, openedCount: today.openedCount + 1 },
    ]);
    expect(await differences()).toEqual([]);
  });

  it('are filled by the migration of a desk that had none', async () => {
    const before = await everything(database);
    for (const undo of [
      'DROP TABLE day_flow',
      'ALTER TABLE feed_head DROP COLUMN flow_revision',
      "DELETE FROM migrations WHERE name LIKE 'ExpandDayFlow%'",
    ])
      await database.write((manager) => manager.query(undo));
    const environment = { ...place.environment, CAMPUS_TIME_ZONE: zone };
    expect(await runCli(environment, 'migrate')).toMatchObject({ code: 0 });
    expect(await everything(database)).toEqual(before);
  });

  it('are filled once by several at a time while others write', async () => {
    await asVersionBefore(() => write(20));
    await Promise.all([fillFlow(database, calendar), write(5), fillFlow(database, calendar)]);
    const { revision, flowRevision } = await head();
    expect(flowRevision).toBe(revision);
    expect(await differences()).toEqual([]);
  });
});

describeOnEachDatabase('a log of 110,000 changes that no day knows', (createDatabase) => {
  const length = 110_000;
  const start = Date.parse('2026-03-01T00:00:00Z');
  let place: TestDatabase;
  let database: Database;
  let counted: readonly DayFlow[];

  const head = () => database.read(readHead);
  const stored = () => database.read((manager) => manager.find(DayFlowEntity, { order: { date: 'ASC' } }));
  const changesIn = (days: readonly DayFlow[]) =>
    days.reduce((sum, { openedCount, closedCount }) => sum + openedCount + closedCount, 0);

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
    const rows = Array.from({ length }, (_, index) => ({
      revision: index + 1,
      ticketId: 1 + Math.floor(index / 2),
      side: 'user' as const,
      at: start + index * 60_000,
      type: index % 2 === 0 ? ('opened' as const) : ('closed' as const),
      version: 1,
      payload: {},
    }));
    await database.write(async (manager) => {
      await insertRows(manager, EventEntity, rows);
      await manager.update(FeedHeadEntity, { id: 1 }, { revision: length, lastAt: rows.at(-1)!.at });
    });
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
    const days = Map.groupBy(rows, ({ at }) => format.format(at));
    counted = [...days].map(([date, events]) => ({
      date,
      openedCount: events.filter(({ type }) => type === 'opened').length,
      closedCount: events.filter(({ type }) => type === 'closed').length,
    }));
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('is taken in by steps: the next goes on where one was cut off, and meanwhile all is told', async () => {
    const told = async () => (await database.read((manager) => readSnapshot(manager, calendar))).at(-1)!.flow;
    const lost = new Error('lost');
    const filling = fillFlow(database, calendar, () => {
      throw lost;
    });
    await expect(filling).rejects.toBe(lost);
    expect((await head()).flowRevision).toBe(50_000);
    expect(changesIn(await stored())).toBe(50_000);
    expect(await told()).toEqual(counted);

    // A write takes no more upon itself than a step.
    await carryOut(writerOn(database, { calendar, clock: () => start }), create());
    expect((await head()).flowRevision).toBe(100_000);
    expect(changesIn(await stored())).toBe(100_000);

    await fillFlow(database, calendar);
    expect(await head()).toMatchObject({ revision: length + 1, flowRevision: length + 1 });
    // The ticket of the write, at the time of the last change, since the clock ran backwards.
    const last = counted.at(-1)!;
    expect(await stored()).toEqual([...counted.slice(0, -1), { ...last, openedCount: last.openedCount + 1 }]);
    expect(await told()).toEqual(await stored());
  });
});
