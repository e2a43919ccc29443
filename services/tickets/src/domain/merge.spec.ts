import { describe, expect, it } from '@jest/globals';
import { assign, move, update } from '../../test/commands.ts';
import { after, facts, outcomeOf } from '../../test/history.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { MergeField } from './ticket.ts';

const id = facts.nextTicketId;
const fields: readonly MergeField[] = ['description', 'title', 'location', 'category', 'status'];

/** Changes a field of a ticket that somebody saw at a version. */
function change(field: MergeField, value: 'a' | 'b', expectedVersion?: number): Command {
  switch (field) {
    case 'status':
      return move(id, value === 'a' ? 'active' : 'closed', expectedVersion);
    case 'category':
      return assign(id, value === 'a' ? 'it' : 'services', expectedVersion);
    case 'description':
    case 'title':
    case 'location':
      return update(id, { [field]: value, expectedVersion });
  }
}

describe('two people who both saw version 1', () => {
  const pairs = fields.flatMap((a) => fields.filter((b) => b !== a).map((b) => [a, b] as const));

  it.each(pairs)('change %s and %s side by side', (a, b) => {
    const second = change(b, b === 'status' ? 'a' : 'b', 1);
    expect(decide(second, after(change(a, 'a')), facts).type).toBe('event');
  });

  it.each(fields)('conflict in %s', (field) => {
    expect(decide(change(field, 'b', 1), after(change(field, 'a')), facts)).toEqual({
      type: 'refusal',
      refusal: { type: 'conflict', ticketId: id, version: 2, fields: [field] },
    });
  });

  it.each(['description', 'title', 'location', 'category'] as const)('agree in %s', (field) => {
    expect(decide(change(field, 'a', 1), after(change(field, 'a')), facts).type).toBe('nothing');
  });

  it('conflict only in the fields that both changed', () => {
    const edit = update(id, { title: 'b', location: 'b', description: 'b', expectedVersion: 1 });
    expect(decide(edit, after(change('title', 'a'), change('location', 'a')), facts)).toMatchObject({
      refusal: { type: 'conflict', version: 3, fields: ['title', 'location'] },
    });
  });

  it('do not conflict in a field in which they agree', () => {
    const edit = update(id, { title: 'a', location: 'b', expectedVersion: 1 });
    expect(decide(edit, after(change('title', 'a')), facts)).toMatchObject({
      event: { type: 'edited', location: { after: 'b' } },
    });
  });

  it('cannot both take it up, whatever they saw', () => {
    for (const seen of [1, 2, undefined])
      expect(outcomeOf(decide(move(id, 'active', seen), after(move(id, 'active')), facts))).toBe(
        'refusal wrong-status',
      );
  });
});

describe('the version seen', () => {
  const edited = after(change('title', 'a'));

  it.each([
    ['before the change', 1, 'refusal conflict'],
    ['after it', 2, 'event edited'],
    ['from a history that is gone', 3, 'refusal conflict'],
    ['not told', undefined, 'event edited'],
  ])('%s', (_, seen, outcome) => {
    expect(outcomeOf(decide(change('title', 'b', seen), edited, facts))).toBe(outcome);
  });

  it('does not matter to an edit that changes nothing', () => {
    for (const seen of [1, 2, 3])
      expect(decide(change('title', 'a', seen), edited, facts)).toEqual({ type: 'nothing', ticket: edited });
  });

  it('is not outdated by the automatic category, for staff', () => {
    const recategorised = after(update(id, { description: 'wifi' }));
    expect(recategorised.category).toBe('it');
    expect(outcomeOf(decide(assign(id, 'services', 1), recategorised, facts))).toBe(
      'event category-assigned',
    );
  });
});
