import { describe, expect, it } from '@jest/globals';
import { assign, create, move, post, request, update } from '../../test/commands.ts';
import { facts } from '../../test/history.ts';
import { decideBatch, type Batch, type Found } from './batch.ts';
import type { WriteRequest } from './write-request.ts';

const empty: Found = {
  head: {
    id: 1,
    logId: 'log',
    revision: 40,
    lastTicketId: 6,
    lastMessageId: 8,
    lastAt: 500,
    flowRevision: 40,
    awaitingReplyCount: 3,
    unsureCategoryCount: 2,
    attentionRevision: 40,
  },
  tickets: [],
  requests: [],
};

function decideAll(writes: readonly WriteRequest[], found: Partial<Found> = {}, now = 1_000): Batch {
  return decideBatch(writes, { ...empty, ...found }, { ...facts, now });
}

/** What the database holds after a batch on an empty desk. */
function foundAfter({ head, changes, requests }: Batch): Found {
  return { head, tickets: [...new Map(changes.map(({ after }) => [after.id, after])).values()], requests };
}

it('numbers tickets, messages and revisions without gaps', () => {
  const { head, changes, messages } = decideAll(
    [create(), post(7), create(), post(8), post(7), move(8, 'active')].map((command) => request(command)),
  );
  expect(changes.map(({ revision }) => revision)).toEqual([41, 42, 43, 44, 45, 46]);
  expect(changes.map(({ after }) => after.id)).toEqual([7, 7, 8, 8, 7, 8]);
  expect(messages.map(({ id, ticketId }) => [id, ticketId])).toEqual([
    [9, 7],
    [10, 8],
    [11, 7],
  ]);
  expect(head).toEqual({
    id: 1,
    logId: 'log',
    revision: 46,
    lastTicketId: 8,
    lastMessageId: 11,
    lastAt: 1_000,
    // The days, and the counts of who needs an eye, follow in the transaction.
    flowRevision: 40,
    awaitingReplyCount: 3,
    unsureCategoryCount: 2,
    attentionRevision: 40,
  });
});

it('lets each write see those before it', () => {
  const { outcomes, changes } = decideAll([
    request(create()),
    request(move(7, 'active')),
    request(move(7, 'active')),
    request(move(7, 'closed')),
    request(post(7)),
  ]);
  expect(outcomes.map((outcome) => (outcome.type === 'done' ? 'done' : outcome.refusal.type))).toEqual([
    'done',
    'done',
    'wrong-status',
    'done',
    'closed',
  ]);
  expect(changes.map(({ before, after }) => [before?.status, after.status])).toEqual([
    [undefined, 'open'],
    ['open', 'active'],
    ['active', 'closed'],
  ]);
});

it('keeps no trace of what was refused', () => {
  const { head, changes, messages, requests } = decideAll([
    request(post(404)),
    request(move(404, 'active')),
    request(update(404, { title: 'x' })),
  ]);
  expect({ head, changes, messages, requests }).toEqual({
    head: empty.head,
    changes: [],
    messages: [],
    requests: [],
  });
});

it('remembers a request that had nothing to do, at the present revision', () => {
  const found = foundAfter(decideAll([request(create())]));
  const { changes, outcomes, requests } = decideAll([request(update(7, { title: '' }))], found);
  expect(changes).toEqual([]);
  expect(requests).toHaveLength(1);
  expect(outcomes).toEqual([{ type: 'done', answer: { ticket: found.tickets[0], revision: 41 } }]);
});

describe('the same request id', () => {
  const id = 'a9f2f3a4-5a0e-4c51-9d51-0f6f8f0f7b11';

  it('twice in one batch has one effect and one answer', () => {
    const { outcomes, changes, requests } = decideAll([request(create(), id), request(create(), id)]);
    expect(changes).toHaveLength(1);
    expect(requests).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ type: 'done', answer: { revision: 41 } });
    expect(outcomes[1]).toEqual(outcomes[0]);
  });

  it('after the batch gets the answer of then, though the ticket has changed since', () => {
    const first = decideAll([request(create(), id)]);
    const later = decideAll([request(move(7, 'active')), request(create(), id)], foundAfter(first));
    expect(later.outcomes[1]).toEqual(first.outcomes[0]);
    expect(later.changes).toHaveLength(1);
  });

  it.each([
    ['another text', create({ title: 'Other' })],
    ['another kind of write', post(7)],
  ])('is refused to %s, in the batch and after it', (_, command) => {
    const first = decideAll([request(create(), id), request(command, id)]);
    const later = decideAll([request(command, id)], foundAfter(first));
    for (const outcome of [first.outcomes[1], later.outcomes[0]])
      expect(outcome).toEqual({ type: 'refused', refusal: { type: 'request-id-reused' } });
    expect([first.changes.length, later.changes.length]).toEqual([1, 0]);
  });

  it('is refused to the other side', () => {
    const { outcomes } = decideAll([
      request(create()),
      request(post(7, 'user'), id),
      request(post(7, 'helpdesk'), id),
    ]);
    expect(outcomes[2]).toMatchObject({ refusal: { type: 'request-id-reused' } });
  });

  it('can be used again after a refusal', () => {
    const { outcomes } = decideAll([request(post(7), id), request(create()), request(post(7), id)]);
    expect(outcomes.map(({ type }) => type)).toEqual(['refused', 'done', 'done']);
  });
});

it('never lets times run backwards when the clock does', () => {
  const batch = decideAll([request(create()), request(assign(7, 'it'))], {}, 300);
  expect(batch.changes.map(({ event }) => event.at)).toEqual([500, 500]);
  expect(batch.head.lastAt).toBe(500);
  expect(decideAll([request(create())], foundAfter(batch), 501).changes[0]?.event.at).toBe(501);
});
