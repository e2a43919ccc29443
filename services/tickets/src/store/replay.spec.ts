import { expect, it } from '@jest/globals';
import { request } from '../../test/commands.ts';
import { facts } from '../../test/history.ts';
import { below, randomCommand, randomFrom } from '../../test/random.ts';
import { evolve } from '../domain/evolve.ts';
import type { Ticket } from '../domain/ticket.ts';
import { decideBatch, type Change, type Found } from './batch.ts';
import { fromStored, toStored } from './stored-event.ts';

const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

/** Some batches of random commands, as a writer would decide them one after the other. */
function randomLog(seed: number): { readonly tickets: Map<number, Ticket>; readonly changes: Change[] } {
  const random = randomFrom(seed);
  const tickets = new Map<number, Ticket>();
  const changes: Change[] = [];
  const numbers = { revision: 0, lastTicketId: 0, lastMessageId: 0, lastAt: 0, flowRevision: 0 };
  const attention = { awaitingReplyCount: 0, unsureCategoryCount: 0, attentionRevision: 0 };
  let head: Found['head'] = { id: 1, logId: '', ...numbers, ...attention };
  for (let round = 0; round < 5; round++) {
    const writes = Array.from({ length: 10 }, () => request(randomCommand(random, 4)));
    const found = { head, tickets: [...tickets.values()], requests: [] };
    const batch = decideBatch(writes, found, { ...facts, now: below(random, 1_000) });
    head = batch.head;
    changes.push(...batch.changes);
    for (const { after } of batch.changes) tickets.set(after.id, after);
  }
  return { tickets, changes };
}

it('replaying the log gives the tickets that were kept, for 300 random histories', () => {
  let replayed = 0;
  for (const seed of seeds) {
    const { tickets, changes } = randomLog(seed);
    const states = new Map<number, Ticket>();
    for (const change of changes) {
      const row = JSON.parse(JSON.stringify(toStored(change))) as ReturnType<typeof toStored>;
      states.set(row.ticketId, evolve(states.get(row.ticketId), fromStored(row), row.revision));
    }
    expect({ seed, states }).toEqual({ seed, states: tickets });
    replayed += changes.length;
  }
  expect(replayed).toBeGreaterThan(300 * 10);
});

it('along each log revisions have no gaps, times never run backwards and nothing follows a closing', () => {
  for (const seed of seeds) {
    const { changes } = randomLog(seed);
    expect(changes.map(({ revision }) => revision)).toEqual(changes.map((_, index) => index + 1));
    const times = changes.map(({ event }) => event.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(changes.filter(({ before }) => before?.status === 'closed')).toEqual([]);
  }
});
