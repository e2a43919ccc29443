import { describe, expect, it } from '@jest/globals';
import { Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { sampleTicket } from '../../testing/sample-ticket';
import { toQuery } from './console-query';
import { applyNews, toRow, type Picture } from './table-row';

const query = toQuery({});
const picture: Picture = {
  rows: [3n, 2n, 1n].map((id) => toRow(sampleTicket({ id }))),
  pending: new Set(),
};

function news(part: Parameters<typeof sampleTicket>[0], revision = 50n) {
  return { revision, ticket: sampleTicket(part) };
}

describe('applyNews', () => {
  it('changes a cell in place, marks it, and moves no row', () => {
    const next = applyNews(picture, news({ id: 2n, status: Status.ACTIVE, version: 2 }), query, Date.now());
    expect(next.rows.map(({ ticket }) => ticket.id)).toEqual([3n, 2n, 1n]);
    expect(next.rows[1]!.ticket.status).toBe(Status.ACTIVE);
    expect([...next.rows[1]!.glow].sort()).toEqual(['changed', 'status']);
    expect(next.pending.size).toBe(0);
  });

  it('keeps a row that left the filter, greyed, until somebody asks for the new order', () => {
    const open = { ...query, status: Status.OPEN };
    const next = applyNews(picture, news({ id: 2n, status: Status.ACTIVE, version: 2 }), open, Date.now());
    expect(next.rows[1]).toMatchObject({ left: true });
    expect([...next.pending]).toEqual([2n]);
  });

  it('gathers a new ticket instead of putting it above the row pointed at', () => {
    const next = applyNews(picture, news({ id: 4n }), query, Date.now());
    expect(next.rows).toBe(picture.rows);
    expect([...next.pending]).toEqual([4n]);
  });

  it('counts a ticket that changes twice once', () => {
    const once = applyNews(picture, news({ id: 4n }), query, Date.now());
    const changed = { ...query, order: TicketOrder.CHANGED_NEWEST };
    expect(applyNews(once, news({ id: 4n, version: 2 }), changed, Date.now()).pending.size).toBe(1);
  });

  it('does not care for what belongs to another page or another filter', () => {
    const second = { ...query, pageNumber: 2, pageToken: 'x' };
    expect(applyNews(picture, news({ id: 4n }), second, Date.now()).pending.size).toBe(0);
    const closed = { ...query, status: Status.CLOSED };
    expect(applyNews(picture, news({ id: 4n }), closed, Date.now()).pending.size).toBe(0);
    const oldest = { ...query, order: TicketOrder.OPENED_OLDEST };
    expect(applyNews(picture, news({ id: 4n }), oldest, Date.now()).pending.size).toBe(0);
  });

  it('says that a change would move a row where changes decide the order', () => {
    const changed = { ...query, order: TicketOrder.CHANGED_NEWEST };
    expect([...applyNews(picture, news({ id: 1n, version: 2 }), changed, Date.now()).pending]).toEqual([1n]);
  });
});
