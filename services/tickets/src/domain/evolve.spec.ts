import { describe, expect, it } from '@jest/globals';
import { assign, move, post, update } from '../../test/commands.ts';
import { after, facts } from '../../test/history.ts';
import { evolve } from './evolve.ts';

const id = facts.nextTicketId;

it('opens a ticket at version 1', () => {
  expect(after()).toEqual({
    id,
    title: '',
    description: 'The projector shows no picture.',
    location: '',
    status: 'open',
    category: 'facility',
    categorySource: 'automatic',
    categoryConfidence: 0.4,
    categoryWords: [],
    openedAt: 1_000,
    openingMonth: '2026-10',
    modifiedAt: 1_000,
    activatedAt: null,
    closedAt: null,
    version: 1,
    descriptionVersion: 1,
    titleVersion: 1,
    locationVersion: 1,
    categoryVersion: 1,
    statusVersion: 1,
    messageCount: 0,
    lastMessageAt: null,
    lastMessageSide: null,
    revision: 100,
  });
});

it('knows no ticket whose history has no beginning', () => {
  expect(() => evolve(undefined, { type: 'activated', ticketId: 9, side: 'helpdesk', at: 1 }, 1)).toThrow(
    'ticket 9 has a history without a beginning',
  );
});

describe('changes exactly what belongs to', () => {
  const step = { modifiedAt: 1_001, version: 2, revision: 101 };

  it('activation', () => {
    expect(after(move(id, 'active'))).toEqual({
      ...after(),
      ...step,
      status: 'active',
      activatedAt: 1_001,
      statusVersion: 2,
    });
  });

  it('closing', () => {
    const active = after(move(id, 'active'));
    expect(after(move(id, 'active'), move(id, 'closed'))).toEqual({
      ...active,
      modifiedAt: 1_002,
      version: 3,
      revision: 102,
      status: 'closed',
      closedAt: 1_002,
      statusVersion: 3,
    });
  });

  it("staff's category", () => {
    expect(after(assign(id, 'services'))).toEqual({
      ...after(),
      ...step,
      category: 'services',
      categorySource: 'staff',
      categoryConfidence: 1,
      categoryWords: [],
      categoryVersion: 2,
    });
  });

  it('an edit of all texts, which the automatic category follows without a version of its own', () => {
    expect(after(update(id, { description: 'wifi', title: 'T', location: 'L' }))).toEqual({
      ...after(),
      ...step,
      description: 'wifi',
      title: 'T',
      location: 'L',
      descriptionVersion: 2,
      titleVersion: 2,
      locationVersion: 2,
      category: 'it',
      categoryConfidence: 0.9,
      categoryWords: ['wifi'],
    });
  });

  it('an edit that clears title and location', () => {
    const named = after(update(id, { title: 'T', location: 'L' }));
    expect(after(update(id, { title: 'T', location: 'L' }), update(id, { title: '', location: '' }))).toEqual(
      {
        ...named,
        modifiedAt: 1_002,
        version: 3,
        revision: 102,
        title: '',
        location: '',
        titleVersion: 3,
        locationVersion: 3,
      },
    );
  });

  it('messages, which leave version and modification time alone', () => {
    expect(after(post(id, 'user'), post(id, 'helpdesk'))).toEqual({
      ...after(),
      messageCount: 2,
      lastMessageAt: 1_002,
      lastMessageSide: 'helpdesk',
      revision: 102,
    });
  });
});
