import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../src/store/database.ts';
import { FeedHeadEntity } from '../src/store/entities.ts';
import { recount } from '../src/store/recount.ts';
import { rebuild, verify } from '../src/store/verify.ts';
import { runCli } from './cli.ts';
import { request } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { randomCommand, randomFrom } from './random.ts';
import { everything } from './tables.ts';
import { writerOn } from './writers.ts';

const hour = 60 * 60 * 1000;
const zone = 'Pacific/Auckland';
const calendar = new CampusCalendar(zone);

/** Everything stored but the name of the log, which a rebuild may change. */
async function contents(database: Database) {
  const { feed_head: head, ...tables } = await everything(database);
  return { ...tables, feed_head: head?.map((row) => ({ ...(row as object), logId: '' })) };
}

describeOnEachDatabase('verify', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;
  const random = randomFrom(6);
  let now = Date.UTC(2026, 0, 30);

  /** Writes random changes, by two replicas at once. */
  async function write(rounds: number): Promise<void> {
    const writers = [0, 1].map(() =>
      writerOn(database, { calendar, clock: () => (now += random() < 0.1 ? hour : 7) }),
    );
    for (let round = 0; round < rounds; round++)
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          writers[index % 2]!.submit(request(randomCommand(random, 40))),
        ),
      );
  }

  const environment = () => ({ ...place.environment, CAMPUS_TIME_ZONE: zone });
  const change = (sql: string) => database.write((manager) => manager.query(sql));
  const logId = async () =>
    (await database.read((manager) => manager.findOneByOrFail(FeedHeadEntity, { id: 1 }))).logId;
  const differences = async () => {
    const { counters, findings } = await verify(database, calendar);
    return [...counters.kept, ...findings.kept];
  };

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
    await write(40);
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('finds nothing wrong with what the desk wrote, and changes nothing', async () => {
    const before = await everything(database);
    for (const args of [['verify'], ['verify', '--rebuild']]) {
      const { code, stdout, stderr } = await runCli(environment(), ...args);
      expect(stdout).toMatch(/^No difference \(at revision \d\d+, \d\d+ tickets\)\.\n$/);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    expect(await everything(database)).toEqual(before);
  });

  it.each([
    ['a wrong number', "UPDATE status_count SET count = count + 2 WHERE status = 'open' AND category = 'it'"],
    ['a lost number', "DELETE FROM status_count WHERE status = 'closed' AND category = 'it'"],
    ['lost months', 'DELETE FROM closed_bucket'],
    ['a month too many', "INSERT INTO closed_bucket VALUES ('1999-12', 'it', 3, 1, 1100)"],
    ['lost days', 'DELETE FROM day_flow'],
    ['a day too many', "INSERT INTO day_flow VALUES ('1999-12-31', 1, 0)"],
    ['a wrong day', 'UPDATE day_flow SET closed_count = closed_count + 1'],
    ['days that count a change twice', 'UPDATE feed_head SET flow_revision = flow_revision - 9'],
    [
      'a wrong number of those who wait',
      'UPDATE feed_head SET awaiting_reply_count = awaiting_reply_count + 1',
    ],
    ['a wrong number of doubts', 'UPDATE feed_head SET unsure_category_count = 0'],
    ['wrong totals', 'UPDATE closed_bucket SET total_ms = total_ms - 1'],
  ])('finds %s in the counters, and mends it when told so', async (_, damage) => {
    const [before, name] = [await contents(database), await logId()];
    await change(damage);
    const damaged = await everything(database);
    const found = await differences();
    expect(found.length).toBeGreaterThan(0);
    expect(await everything(database)).toEqual(damaged);

    const { counters, findings } = await rebuild(database, calendar);
    expect(counters.kept).toEqual(found);
    expect(findings.count).toBe(0);
    expect(await contents(database)).toEqual(before);
    // Whoever has added on to wrong months must not go on.
    expect((await logId()) === name).toBe(/status_count|reply_count|category_count/.test(damage));
    expect(await differences()).toEqual([]);
  });

  it.each([
    [
      'ticket 2, status',
      "UPDATE ticket SET status = CASE status WHEN 'open' THEN 'active' ELSE 'open' END WHERE id = 2",
    ],
    ['ticket 2, opened_at', 'UPDATE ticket SET opened_at = 5 WHERE id = 2'],
    ['ticket 2, modified_at', 'UPDATE ticket SET modified_at = 5 WHERE id = 2'],
    ['ticket 2, activated_at', 'UPDATE ticket SET activated_at = 5 WHERE id = 2'],
    ['ticket 2, version', 'UPDATE ticket SET version = 99 WHERE id = 2'],
    ['ticket 2, revision', 'UPDATE ticket SET revision = 0 WHERE id = 2'],
    ['ticket 2, message_count', 'UPDATE ticket SET message_count = message_count + 1 WHERE id = 2'],
    ['ticket 2, last_message_at', 'UPDATE ticket SET last_message_at = 5 WHERE id = 2'],
    ['ticket 2, last_message_side', "UPDATE ticket SET last_message_side = 'odd' WHERE id = 2"],
    ['ticket 2, messages in the log', 'DELETE FROM message WHERE ticket_id = 2'],
    ['ticket 3, its number', 'DELETE FROM ticket WHERE id = 3'],
    ['ticket 4, its number', 'DELETE FROM event WHERE ticket_id = 4'],
    ['ticket 7000, its number', 'UPDATE message SET ticket_id = 7000 WHERE id = 2'],
    ['number of changes in the log', 'DELETE FROM event WHERE revision = 3'],
    ['feed_head.revision', 'UPDATE feed_head SET revision = revision + 1'],
    ['feed_head.last_at', 'UPDATE feed_head SET last_at = 1'],
    ['feed_head.last_ticket_id', 'UPDATE feed_head SET last_ticket_id = 7000'],
    ['feed_head.last_message_id', 'UPDATE feed_head SET last_message_id = 7000'],
  ])('compares %s', async (what, damage) => {
    const undone = new Error('undone');
    let found: readonly string[] = [];
    const damaged = database.write(async (manager) => {
      await manager.query(damage);
      found = (await recount(manager, calendar)).findings.kept.map((difference) => difference.what);
      throw undone;
    });
    await expect(damaged).rejects.toBe(undone);
    expect(found).toContain(what);
    expect(await differences()).toEqual([]);
  });

  it('is at one revision while others write', async () => {
    const writing = { ends: false };
    const written = write(20).finally(() => (writing.ends = true));
    let checks = 0;
    for (; !writing.ends; checks++) expect(await differences()).toEqual([]);
    await written;
    expect(checks).toBeGreaterThan(1);
  });

  it('counts what others wrote until it holds the lock', async () => {
    await change('DELETE FROM closed_bucket');
    await change("DELETE FROM status_count WHERE category = 'it'");
    const { revision } = await verify(database, calendar);
    const busy: Database = {
      ...database,
      async write(work) {
        await write(10);
        return database.write(work);
      },
    };
    const rebuilt = await rebuild(busy, calendar);
    expect(rebuilt.revision).toBeGreaterThan(revision);
    expect(rebuilt.counters.count).toBeGreaterThan(3);
    expect(await differences()).toEqual([]);
  });

  describe('on the command line', () => {
    it('lists what differs in the counters and ends with 1; with 0 when it has mended them', async () => {
      await change("UPDATE status_count SET count = count + 2 WHERE status = 'open' AND category = 'it'");
      const found = await runCli(environment(), 'verify');
      expect(found.code).toBe(1);
      expect(found.stdout).toMatch(
        /^status_count open it: stored \d+, counted \d+\nDifferences: 1 \(at revision \d+, \d+ tickets\)\.\n$/,
      );
      const mended = await runCli(environment(), 'verify', '--rebuild');
      expect(mended.stdout).toBe(
        found.stdout.replace('Differences:', 'Differences in the counters, mended:'),
      );
      expect(mended.code).toBe(0);
      expect((await runCli(environment(), 'verify')).code).toBe(0);
    });

    it('says what it cannot mend, and ends with 1', async () => {
      await change('UPDATE ticket SET version = version + 1 WHERE id = 2');
      await change('DELETE FROM closed_bucket');
      const { code, stdout } = await runCli(environment(), 'verify', '--rebuild');
      expect(code).toBe(1);
      expect(stdout).toMatch(/\nticket 2, version: stored \d+, counted \d+\n/);
      expect(stdout).toMatch(/\nDifferences in the counters, mended: \d\d+ \(/);
      expect(stdout).toContain(
        '\nMonths or days were wrong: restart the resolution and workload services, which began with them.\n',
      );
      expect(stdout).toMatch(/\nDifferences that stay, since only counters can be rebuilt: 1 \(.*\)\.\n$/);
      expect(await differences()).toHaveLength(1);
    });
  });
});
