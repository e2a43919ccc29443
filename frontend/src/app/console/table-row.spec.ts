import { describe, expect, it } from '@jest/globals';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { sampleTicket } from '../../testing/sample-ticket';
import { changedRow, isNews, toRow } from './table-row';

describe('a row of the table', () => {
  it('has the ticket as it is now, and marks what changed', () => {
    const row = changedRow(toRow(sampleTicket()), sampleTicket({ status: Status.ACTIVE, version: 2 }), false);
    expect(row.ticket.status).toBe(Status.ACTIVE);
    expect([...row.glow].sort()).toEqual(['changed', 'status']);
  });

  it('counts its changes, so that a cell changed twice is marked twice', () => {
    const once = changedRow(toRow(sampleTicket()), sampleTicket({ messageCount: 1 }), false);
    const twice = changedRow(once, sampleTicket({ messageCount: 2 }), true);
    expect([...twice.glow].sort()).toEqual(['changed', 'messages']);
    expect(twice).toMatchObject({ changes: 2, left: true });
  });

  it.each([
    ['a later version', { version: 3 }, true],
    ['one more message', { version: 2, messageCount: 1 }, true],
    ['what is known', { version: 2 }, false],
    ['what was overtaken', { version: 1 }, false],
  ])('takes %s for what it is', (_, part, expected) => {
    expect(isNews(sampleTicket(part), sampleTicket({ version: 2 }))).toBe(expected);
  });
});
