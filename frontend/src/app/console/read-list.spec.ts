import { describe, expect, it } from '@jest/globals';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { sampleTicket } from '../../testing/sample-ticket';
import { toFilter, toQuery } from './console-query';
import { MOST_ROWS, ReadList } from './read-list';

/** Ticket 1,000 was opened last; a higher number is newer. */
function ticket(id: number, part: Parameters<typeof sampleTicket>[0] = {}) {
  return sampleTicket({ id: BigInt(id), openedAt: timestampFromMs(id * 60_000), ...part });
}

function tickets(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ticket(from - index));
}

function listOf(params: Parameters<typeof toQuery>[0] = {}): ReadList {
  const list = new ReadList(toFilter(toQuery(params), 0));
  list.append(tickets(1_000, 3), 'b');
  return list;
}

/** A list so long that its beginning is forgotten at its end. */
function longList(): ReadList {
  const list = new ReadList(toFilter(toQuery({ status: 'open' }), 0));
  for (let page = 0; page < 30; page++) {
    list.append(tickets(10_000 - page * 100, 100), `after ${page}`);
  }
  return list;
}

const pending = (list: ReadList) => [...list.pending].map(Number);
const numbers = (list: ReadList) => list.ids.map(Number);

describe('ReadList', () => {
  it('asks on by the token of the last page, until there is none', () => {
    const list = listOf();
    expect([list.nextToken, list.isWhole]).toEqual(['b', false]);
    list.append(tickets(997, 2), '');
    expect([list.nextToken, list.isWhole, list.length]).toEqual([undefined, true, 5]);
  });

  it('shows what came a second time once', () => {
    const list = listOf();
    list.append([ticket(999), ticket(990)], '');
    expect(numbers(list)).toEqual([1_000, 999, 998, 990]);
  });

  it('changes a cell in place and moves no row', () => {
    const list = listOf();
    list.apply(ticket(999, { status: Status.ACTIVE, version: 2 }));
    expect(numbers(list)).toEqual([1_000, 999, 998]);
    expect([...list.row(1)!.glow].sort()).toEqual(['changed', 'status']);
    expect(pending(list)).toEqual([]);
  });

  it('does not take an older state for news', () => {
    const list = listOf();
    list.apply(ticket(999, { status: Status.ACTIVE, version: 3 }));
    list.apply(ticket(999, { status: Status.OPEN, version: 2 }));
    expect(list.row(1)).toMatchObject({ changes: 1, ticket: { status: Status.ACTIVE } });
  });

  it('keeps a row that left the filter until somebody asks, and takes it back when it comes back', () => {
    const list = listOf({ category: 'it' });
    list.apply(ticket(999, { category: Category.FACILITY_MANAGEMENT, version: 2 }));
    expect([list.row(1)!.left, pending(list)]).toEqual([true, [999]]);
    list.apply(ticket(999, { version: 3 }));
    expect([list.row(1)!.left, pending(list)]).toEqual([false, []]);
  });

  it('gathers what is new, once, and forgets what has gone again before anybody looked', () => {
    const list = listOf({ status: 'open' });
    list.apply(ticket(1_001));
    list.apply(ticket(1_001, { version: 2 }));
    expect([numbers(list), pending(list)]).toEqual([[1_000, 999, 998], [1_001]]);
    list.apply(ticket(1_001, { version: 3, status: Status.ACTIVE }));
    expect(pending(list)).toEqual([]);
  });

  it.each([
    ['opened-newest', 1_001, true],
    ['opened-newest', 500, false],
    ['opened-oldest', 1_001, false],
    ['opened-oldest', 500, true],
    ['changed-newest', 500, true],
    ['changed-oldest', 500, false],
  ])(
    'in the order %s, counts ticket %i as to come in only where it would stand among what is read',
    (order, id, isNew) => {
      const list = listOf({ order });
      if (order === 'opened-oldest') {
        list.append([ticket(1_000)], 'c');
      }
      list.apply(ticket(id));
      expect(pending(list)).toEqual(isNew ? [id] : []);
    },
  );

  it('counts everything new as to come in once the list has been read to its end', () => {
    const list = listOf({ order: 'changed-oldest' });
    list.append([], '');
    list.apply(ticket(500));
    expect(pending(list)).toEqual([500]);
  });

  it.each([
    ['changed-newest', [999]],
    ['changed-oldest', [1_000, 999]],
    ['opened-newest', []],
  ])('in the order %s says which rows a change would move', (order, expected) => {
    const list = listOf({ order });
    list.apply(ticket(1_000, { version: 2 }));
    list.apply(ticket(999, { version: 2 }));
    expect(pending(list)).toEqual(expected);
  });

  describe('of many rows', () => {
    it('holds only those around what is in sight', () => {
      const list = longList();
      list.forget({ start: 2_900, end: 2_940 });
      expect([...list.rows()]).toHaveLength(1_100);
      expect([list.length, list.row(0), list.row(2_999)?.ticket.id]).toEqual([3_000, undefined, 7_001n]);
    });

    it('asks for forgotten pages again when they come back into sight', () => {
      const list = longList();
      list.forget({ start: 2_900, end: 2_940 });
      const sight = { start: 130, end: 210 };
      const page = list.missing(sight)!;
      expect([page.token, page.start, page.end]).toEqual(['after 0', 100, 200]);
      expect(list.refill(page, tickets(9_900, 100))).toEqual([]);
      expect(list.row(100)?.ticket.id).toBe(9_900n);
      expect(list.missing(sight)?.start).toBe(200);
      expect(list.missing({ start: 2_900, end: 2_940 })).toBeUndefined();
    });

    it('keeps every ticket at its row, whatever has left the page meanwhile or come into it', () => {
      const list = longList();
      list.forget({ start: 2_900, end: 2_940 });
      const page = list.missing({ start: 100, end: 101 })!;
      const now = [...tickets(9_900, 40), ticket(20_000), ...tickets(9_859, 59)];
      const gone = list.refill(page, now);
      expect(gone).toEqual([9_860n]);
      list.put(page, [ticket(9_860, { status: Status.CLOSED, version: 5 })]);
      expect(list.row(140)).toMatchObject({ left: true, ticket: { id: 9_860n } });
      expect(list.row(141)?.ticket.id).toBe(9_859n);
      expect(pending(list)).toEqual([9_860]);
    });

    it('knows where a ticket is whose row is not held, and does not hold it for a change', () => {
      const list = longList();
      list.forget({ start: 2_900, end: 2_940 });
      list.apply(ticket(9_990, { version: 2 }));
      expect([list.indexOf(9_990n), list.row(10)]).toEqual([10, undefined]);
      list.apply(ticket(9_990, { version: 3, status: Status.ACTIVE }));
      expect(pending(list)).toEqual([9_990]);
    });

    it('ends where browsers would show no more', () => {
      const list = new ReadList(toFilter(toQuery({}), 0));
      list.append(tickets(200_000, MOST_ROWS), 'more');
      expect([list.nextToken, list.isWhole]).toEqual([undefined, false]);
    });
  });
});
