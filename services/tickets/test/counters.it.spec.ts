import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { bucketOf } from '@campus-desk/kit/duration-histogram';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { awaitsReply, isUnsure } from '../src/domain/attention.ts';
import { categories } from '../src/domain/category/category.ts';
import { statuses } from '../src/domain/status.ts';
import type { Ticket } from '../src/domain/ticket.ts';
import type { Database } from '../src/store/database.ts';
import { request } from './commands.ts';
import { describeOnEachDatabase, type TestDatabase } from './databases.ts';
import { randomCommand, randomFrom } from './random.ts';
import { everything, messagesIn, ticketsIn } from './tables.ts';
import { writerOn } from './writers.ts';

const day = 24 * 60 * 60 * 1000;

/** What the counters of status and category must say. */
function statusCounts(tickets: readonly Ticket[]) {
  return statuses.flatMap((status) =>
    categories.map((category) => ({
      status,
      category,
      count: tickets.filter((ticket) => ticket.status === status && ticket.category === category).length,
    })),
  );
}

/** What the counters of closed tickets must say. */
function closedBuckets(tickets: readonly Ticket[]) {
  const bars = Map.groupBy(
    tickets.flatMap(({ openingMonth: month, category, openedAt, closedAt }) =>
      closedAt === null ? [] : { month, category, duration: closedAt - openedAt },
    ),
    ({ month, category, duration }) => `${month} ${category} ${bucketOf(duration)}`,
  );
  return [...bars.values()].map((bar) => ({
    month: bar[0]!.month,
    category: bar[0]!.category,
    bucket: bucketOf(bar[0]!.duration),
    count: bar.length,
    totalMs: bar.reduce((sum, { duration }) => sum + duration, 0),
  }));
}

/** What the days must say: how a calendar in Rome shows each opening and closing. */
function dayFlows(tickets: readonly Ticket[]) {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });
  const dates = (times: readonly (number | null)[]) =>
    times.flatMap((time) => (time === null ? [] : calendar.format(time)));
  const opened = dates(tickets.map(({ openedAt }) => openedAt));
  const closed = dates(tickets.map(({ closedAt }) => closedAt));
  return [...new Set([...opened, ...closed])].sort().map((date) => ({
    date,
    openedCount: opened.filter((it) => it === date).length,
    closedCount: closed.filter((it) => it === date).length,
  }));
}

describeOnEachDatabase('after hundreds of random commands', (createDatabase) => {
  let place: TestDatabase;
  let database: Database;
  let tickets: readonly Ticket[];

  beforeAll(async () => {
    place = await createDatabase();
    database = await place.open();
    await database.migrate();
    const random = randomFrom(2026);
    let now = Date.UTC(2026, 0, 1);
    const calendar = new CampusCalendar('Europe/Rome');
    const clock = () => (now += random() < 0.05 ? 30 * day : 0);
    const writers = [0, 1].map(() => writerOn(database, { clock, calendar }));
    for (let round = 0; round < 60; round++)
      await Promise.all(
        Array.from({ length: 15 }, (_, index) =>
          writers[index % 2]!.submit(request(randomCommand(random, 60))),
        ),
      );
    tickets = await ticketsIn(database);
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('the commands did what these tests are about', () => {
    for (const { count } of statusCounts(tickets)) expect(count).toBeGreaterThan(0);
    expect(closedBuckets(tickets).some(({ count }) => count > 1)).toBe(true);
    expect(new Set(tickets.map(({ openingMonth }) => openingMonth)).size).toBeGreaterThan(2);
  });

  it('the numbers per status and category are what a count of all tickets gives', async () => {
    const { status_count: kept } = await everything(database);
    expect(kept).toHaveLength(9);
    expect(kept).toEqual(expect.arrayContaining(statusCounts(tickets)));
  });

  it('the histogram of closed tickets is what a count of all tickets gives', async () => {
    const { closed_bucket: kept } = await everything(database);
    const counted = closedBuckets(tickets);
    expect(kept).toHaveLength(counted.length);
    expect(kept).toEqual(expect.arrayContaining(counted));
  });

  it('the numbers of tickets that need an eye are what a count of all tickets gives', async () => {
    const { feed_head: kept } = await everything(database);
    const [waiting, unsure] = [tickets.filter(awaitsReply).length, tickets.filter(isUnsure).length];
    expect(kept).toMatchObject([{ awaitingReplyCount: waiting, unsureCategoryCount: unsure }]);
    expect(kept).toMatchObject([{ attentionRevision: (kept![0] as { revision: number }).revision }]);
    for (const number of [waiting, unsure]) {
      expect(number).toBeGreaterThan(3);
      expect(number).toBeLessThan(tickets.filter(({ closedAt }) => closedAt === null).length);
    }
  });

  it('the days are what a count of all tickets gives', async () => {
    const { day_flow: kept } = await everything(database);
    expect(kept).toEqual(dayFlows(tickets));
    expect(dayFlows(tickets).some(({ openedCount, closedCount }) => openedCount > 1 && closedCount > 1)).toBe(
      true,
    );
  });

  it("every ticket's message fields agree with its messages", async () => {
    const messages = Map.groupBy(await messagesIn(database), ({ ticketId }) => ticketId);
    expect(messages.size).toBeGreaterThan(10);
    for (const { id, messageCount, lastMessageAt, lastMessageSide } of tickets) {
      const own = messages.get(id) ?? [];
      const last = own.at(-1);
      expect({ id, messageCount, lastMessageAt, lastMessageSide }).toEqual({
        id,
        messageCount: own.length,
        lastMessageAt: last?.sentAt ?? null,
        lastMessageSide: last?.side ?? null,
      });
    }
  });
});
