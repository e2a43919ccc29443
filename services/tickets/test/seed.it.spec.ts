import type { Ticket } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { seedBulk } from '../src/demo/bulk-seed.ts';
import { campusClock } from '../src/demo/campus-clock.ts';
import { classify } from '../src/category-model.ts';
import { commandOf } from '../src/demo/demo-command.ts';
import { loadDemo } from '../src/demo/demo-ticket.ts';
import { lives, type Plan } from '../src/demo/lives.ts';
import type { Database } from '../src/store/database.ts';
import { verify } from '../src/store/verify.ts';
import { runCli } from './cli.ts';
import { request } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { openDesk } from './desk.ts';
import { pictureOf, ReadModel } from './read-model.ts';
import { everything, ticketsIn } from './tables.ts';
import { writerOn } from './writers.ts';

const zone = 'Europe/Berlin';
const until = Date.parse('2026-11-01T00:00:00+01:00');

describeOnEachDatabase('a seed of many tickets', (createDatabase) => {
  const places: TestDatabase[] = [];
  const databases: Database[] = [];

  async function empty(): Promise<{ readonly place: TestDatabase; readonly database: Database }> {
    const place = await createDatabase();
    places.push(place);
    const database = await place.open();
    databases.push(database);
    await database.migrate();
    return { place, database };
  }

  /** Everything stored but what is each database's own, and the request ids, which no seed remembers. */
  async function contents(database: Database) {
    const { feed_head: head, request: _requests, ...tables } = await everything(database);
    return { ...tables, feed_head: head?.map((row) => ({ ...(row as object), logId: '' })) };
  }

  async function seeded(plan: Plan) {
    const { database } = await empty();
    expect(await seedBulk(database, plan, zone)).toBe(plan.tickets);
    return database;
  }

  /** The same in few bytes: many rows take long to compare. */
  async function digests(database: Database) {
    return Object.entries(await contents(database)).map(([table, rows]) => [
      table,
      rows?.length,
      createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    ]);
  }

  afterAll(async () => {
    for (const database of databases) await database.close();
    for (const place of places) await place.drop();
  });

  it('stores what the desk would have stored', async () => {
    const plan = { tickets: 150, months: 3, seed: 7, until };
    const demo = await loadDemo(new URL('../demo/', import.meta.url));
    const steps = [...lives(demo, plan, campusClock(zone))]
      .flatMap((life, ticket) => life.map((step) => ({ ...step, ticket })))
      .filter(({ at }) => at < until)
      .sort((a, b) => a.at - b.at);
    const { database } = await empty();
    let now = 0;
    const calendar = new CampusCalendar(zone);
    // The seed leaves out what staff teach: its texts come again and again.
    const classifier = { classify, learn: () => undefined };
    const writer = writerOn(database, { clock: () => now, calendar, classifier });
    const numbers = new Map<number, number>();
    for (const { at, ticket, action } of steps) {
      now = at;
      const outcome = await writer.submit(request(commandOf(action, numbers.get(ticket) ?? 0)));
      if (outcome.type === 'refused') throw new Error(outcome.refusal.type);
      numbers.set(ticket, outcome.answer.ticket.id);
    }
    const written = await contents(database);
    expect(await contents(await seeded(plan))).toEqual(written);
    expect(new Set(steps.map(({ action }) => action.type)).size).toBe(6);
  });

  describe('of 2,000 in 6 months', () => {
    const args = ['seed', '--tickets', '2000', '--months', '6', '--seed', '1', '--until'];
    const end = new Date(until + 1).toISOString();
    let place: TestDatabase;
    let database: Database;

    beforeAll(async () => {
      ({ place, database } = await empty());
      const environment = { ...place.environment, CAMPUS_TIME_ZONE: zone };
      expect(await runCli(environment, ...args, end)).toMatchObject({
        code: 0,
        stdout: 'Added 2000 tickets.\n',
      });
    });

    it('agrees with a recount', async () => {
      const { tickets, counters, findings } = await verify(database, new CampusCalendar(zone));
      expect(tickets).toBe(2_000);
      expect([...counters.kept, ...findings.kept]).toEqual([]);
    });

    it('is the same by the same plan, and another by another', async () => {
      const first = await digests(database);
      const plan = { tickets: 2_000, months: 6, seed: 1, until };
      expect(await digests(await seeded(plan))).toEqual(first);
      expect(await digests(await seeded({ ...plan, seed: 2 }))).not.toEqual(first);
    });

    it('is a desk whose lists, counts, histories and feed agree', async () => {
      const desk = await openDesk(() => Promise.resolve({ ...place, drop: () => Promise.resolve() }));
      const { helpdesk, feed } = desk;
      const tickets: Ticket[] = [];
      let pageToken = '';
      do {
        const page = await helpdesk.listTickets({ pageSize: 200, pageToken });
        tickets.push(...page.tickets);
        pageToken = page.nextPageToken;
      } while (pageToken !== '');
      expect(tickets).toHaveLength(2_000);

      const { counts, revision } = await helpdesk.countTickets({});
      for (const { status, category, count } of counts)
        expect(tickets.filter((one) => one.status === status && one.category === category)).toHaveLength(
          count,
        );
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);

      for (const ticket of tickets.filter((_, index) => index % 97 === 0)) {
        const ticketId = ticket.id;
        expect((await helpdesk.getTicket({ ticketId })).ticket).toEqual(ticket);
        expect((await helpdesk.listHistory({ ticketId })).changes.at(-1)?.version).toBe(ticket.version);
        expect((await helpdesk.listMessages({ ticketId })).messages).toHaveLength(ticket.messageCount);
        const found = await helpdesk.listTickets({ text: ticket.description.split(' ')[0]!, pageSize: 200 });
        expect(found.tickets.length).toBeGreaterThan(0);
      }

      const model = new ReadModel();
      for await (const step of feed.follow({})) {
        model.take(step);
        if (model.revision >= 0) break;
      }
      expect(model.revision).toBe(Number(revision));
      expect(model.picture()).toEqual(pictureOf(await ticketsIn(desk.database), zone));
      await desk.close();
    });

    it('is refused where there are tickets, and adds nothing', async () => {
      const before = await digests(database);
      expect(await runCli(place.environment, ...args, end)).toMatchObject({
        code: 78,
        stdout: '',
        stderr: 'There are tickets already; nothing was added. Only an empty database is filled so.\n',
      });
      expect(await digests(database)).toEqual(before);
    });
  });

  it('begins anew after one that was cut off', async () => {
    const plan = { tickets: 3_500, months: 2, seed: 3, until };
    const { database } = await empty();
    const lost = new Error('lost');
    const seeding = seedBulk(database, plan, zone, () => {
      throw lost;
    });
    await expect(seeding).rejects.toBe(lost);
    const { event, feed_head: head } = await everything(database);
    expect(event!.length).toBeGreaterThan(100);
    expect(head).toMatchObject([{ revision: 0 }]);
    const other = { ...plan, tickets: 300, seed: 4 };
    await seedBulk(database, other, zone);
    expect(await digests(database)).toEqual(await digests(await seeded(other)));
  });
});
