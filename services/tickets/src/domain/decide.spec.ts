import { describe, expect, it } from '@jest/globals';
import { assign, create, move, post, update } from '../../test/commands.ts';
import { after, facts, outcomeOf } from '../../test/history.ts';
import { decide } from './decide.ts';
import type { Ticket } from './ticket.ts';

const id = facts.nextTicketId;
const states = {
  'no ticket': undefined,
  'an open one': after(),
  'an active one': after(move(id, 'active')),
  'a closed one': after(move(id, 'active'), move(id, 'closed')),
} satisfies Record<string, Ticket | undefined>;
const commands = {
  'an edit': update(id, { location: 'Library' }),
  'an edit that changes nothing': update(id, { location: '' }),
  activation: move(id, 'active'),
  closing: move(id, 'closed'),
  'a category': assign(id, 'services'),
  "a user's message": post(id, 'user'),
  "the helpdesk's message": post(id, 'helpdesk'),
};

describe.each<[keyof typeof commands, ...string[]]>([
  ['an edit', 'refusal not-found', 'event edited', 'event edited', 'refusal closed'],
  ['an edit that changes nothing', 'refusal not-found', 'nothing', 'nothing', 'refusal closed'],
  ['activation', 'refusal not-found', 'event activated', 'refusal wrong-status', 'refusal closed'],
  ['closing', 'refusal not-found', 'refusal wrong-status', 'event closed', 'refusal closed'],
  ['a category', 'refusal not-found', 'event category-assigned', 'event category-assigned', 'refusal closed'],
  ["a user's message", 'refusal not-found', 'event message-posted', 'event message-posted', 'refusal closed'],
  [
    "the helpdesk's message",
    'refusal not-found',
    'event message-posted',
    'event message-posted',
    'refusal closed',
  ],
])('%s', (name, ...outcomes) => {
  it.each(Object.entries(states).map(([state, ticket], index) => [state, ticket, outcomes[index]] as const))(
    'on %s',
    (_, ticket, outcome) => {
      expect(outcomeOf(decide(commands[name], ticket, facts))).toBe(outcome);
    },
  );
});

it('opens a ticket with its month and its automatic category, from the title as well', () => {
  expect(decide(create({ title: 'wifi', description: 'None.', location: '2F' }), undefined, facts)).toEqual({
    type: 'event',
    event: {
      type: 'opened',
      ticketId: 7,
      side: 'user',
      at: 1_000,
      title: 'wifi',
      description: 'None.',
      location: '2F',
      openingMonth: '2026-10',
      category: 'it',
      categorySource: 'automatic',
      categoryConfidence: 0.9,
      categoryWords: ['wifi'],
    },
  });
});

it('says of a refusal which ticket, in which state, and through which door', () => {
  const closed = states['a closed one'];
  expect(decide(post(id, 'user'), closed, facts)).toEqual({
    type: 'refusal',
    refusal: { type: 'closed', ticketId: id, side: 'user', closedAt: 1_002 },
  });
  expect(decide(move(id, 'closed'), states['an open one'], facts)).toEqual({
    type: 'refusal',
    refusal: { type: 'wrong-status', ticketId: id, status: 'open', to: 'closed' },
  });
  expect(decide(post(404), undefined, facts)).toEqual({
    type: 'refusal',
    refusal: { type: 'not-found', ticketId: 404 },
  });
});

it('numbers messages and keeps the side of their door', () => {
  expect(decide(post(id, 'helpdesk', 'On our way.'), after(), facts)).toEqual({
    type: 'event',
    event: {
      type: 'message-posted',
      ticketId: id,
      side: 'helpdesk',
      at: 1_000,
      message: { id: 30, authorName: '', body: 'On our way.' },
    },
  });
});

describe('the automatic category', () => {
  const automatic = {
    category: 'it',
    categorySource: 'automatic',
    categoryConfidence: 0.9,
    categoryWords: ['wifi'],
  };

  it.each(['description', 'title'] as const)('follows the %s', (field) => {
    expect(decide(update(id, { [field]: 'wifi' }), after(), facts)).toMatchObject({
      event: { category: { before: 'facility', after: automatic } },
    });
  });

  it('does not follow the location', () => {
    const decision = decide(update(id, { location: 'wifi' }), after(), facts);
    expect(decision).toMatchObject({ event: { type: 'edited', location: { before: '', after: 'wifi' } } });
    expect(decision).not.toHaveProperty('event.category');
  });

  it('stays as staff set it', () => {
    const decision = decide(update(id, { description: 'wifi' }), after(assign(id, 'services')), facts);
    expect(outcomeOf(decision)).toBe('event edited');
    expect(decision).not.toHaveProperty('event.category');
  });

  it("becomes staff's when staff agree with it, once", () => {
    expect(outcomeOf(decide(assign(id, 'facility'), after(), facts))).toBe('event category-assigned');
    expect(outcomeOf(decide(assign(id, 'facility'), after(assign(id, 'facility')), facts))).toBe('nothing');
  });
});
