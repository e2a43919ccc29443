import assert from 'node:assert/strict';
import { backlog, call, helpdesk, listAll, resolution, workload } from './call.ts';

type Ticket = {
  readonly status: string;
  readonly category: string;
  readonly openedAt: string;
  readonly closedAt: string;
};

/** Seven days, as a duration of the contract and in milliseconds. */
const [week, weekMs] = ['604800s', 604_800_000] as const;

const milliseconds = (duration: string) => Number(duration.slice(0, -1)) * 1000;
const duration = ({ openedAt, closedAt }: Ticket): number => Date.parse(closedAt) - Date.parse(openedAt);

/**
 * Counts all tickets anew and compares the three analyses with that. Nobody may write meanwhile.
 * Answers how many numbers were compared. @throws AssertionError where one differs
 */
export async function recount(minRevision: string): Promise<number> {
  const tickets = (await listAll(`${helpdesk}/ListTickets`, {}, 'tickets')) as Ticket[];
  return (
    (await recountWorkload(tickets, minRevision)) +
    (await recountBacklog(tickets, minRevision)) +
    (await recountResolution(tickets, minRevision))
  );
}

async function recountWorkload(tickets: readonly Ticket[], minRevision: string): Promise<number> {
  const { categories } = await call(workload, { minRevision });
  assert.equal(categories.length, 3);
  for (const { category, activeCount, openCount } of categories) {
    const counted = (status: string) =>
      tickets.filter((ticket) => ticket.category === category && ticket.status === status).length;
    assert.equal(activeCount, counted('STATUS_ACTIVE'), `active of ${category}`);
    assert.equal(openCount, counted('STATUS_OPEN'), `open of ${category}`);
  }
  return 6;
}

async function recountBacklog(tickets: readonly Ticket[], minRevision: string): Promise<number> {
  const { count, byStatus, byCategory, asOf } = await call(backlog, { last: week, minRevision });
  const since = Date.parse(asOf) - weekMs;
  const waiting = tickets.filter(
    ({ status, openedAt }) => status !== 'STATUS_CLOSED' && Date.parse(openedAt) >= since,
  );
  assert.equal(count, waiting.length, 'the backlog');
  let numbers = 1;
  for (const { status, count: counted } of byStatus) {
    assert.equal(counted, waiting.filter((ticket) => ticket.status === status).length, status);
    numbers++;
  }
  for (const { category, count: counted } of byCategory) {
    assert.equal(counted, waiting.filter((ticket) => ticket.category === category).length, category);
    numbers++;
  }
  return numbers;
}

async function recountResolution(tickets: readonly Ticket[], minRevision: string): Promise<number> {
  const { months } = await call(resolution, { minRevision });
  const closed = tickets.filter(({ status }) => status === 'STATUS_CLOSED');
  let seen = 0;
  let numbers = 1;
  for (const { month, closedCount, average } of months) {
    const ofMonth = closed.filter(({ openedAt }) => openedAt.startsWith(month));
    assert.equal(closedCount, ofMonth.length, `closed of ${month}`);
    seen += closedCount;
    numbers += 2;
    if (closedCount === 0) continue;
    const mean = ofMonth.reduce((sum, ticket) => sum + duration(ticket), 0) / closedCount;
    assert.ok(Math.abs(milliseconds(average) - mean) <= 1, `average of ${month}: ${average}, not ${mean} ms`);
  }
  assert.equal(seen, closed.length, 'closed tickets of all months');
  return numbers;
}
