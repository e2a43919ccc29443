import { describe, expect, it } from '@jest/globals';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import { Category, Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { sinceOf, toFilter, toParams, toQuery, type ConsoleQuery } from './console-query';

function there(part: Partial<ConsoleQuery>): ConsoleQuery {
  const params = Object.entries(toParams(part)).map(([name, value]) => [name, value ?? undefined]);
  return toQuery(Object.fromEntries(params) as Record<string, string | undefined>);
}

describe('console query', () => {
  it.each<Partial<ConsoleQuery>>([
    { text: 'wifi 2F' },
    { status: Status.ACTIVE },
    { category: Category.SERVICES_COMPLAINTS },
    { opened: '7d' },
    { order: TicketOrder.CHANGED_OLDEST },
    { pageSize: 100 },
    { pageToken: 'abc', pageNumber: 3, since: 1_700_000_000_000 },
  ])('comes back from the address as it went: %o', (part) => {
    expect(there(part)).toMatchObject(part);
  });

  it('begins at the first page whenever the question changes', () => {
    expect(toParams({ text: 'x' })).toMatchObject({ page: null, nr: null, since: null });
  });

  it('takes nonsense in an address for nothing said', () => {
    const nonsense = {
      status: 'lost',
      category: '9',
      opened: '5y',
      order: 'up',
      size: '7',
      nr: '-2',
      since: 'x',
    };
    expect(toQuery(nonsense)).toEqual(toQuery({}));
  });

  it('asks every page of a period with the same beginning, however long somebody reads', () => {
    const first = toQuery({ opened: '24h' });
    const since = sinceOf(first, 1_700_000_000_000)!;
    const second = toQuery({ opened: '24h', page: 'abc', nr: '2', since: String(since) });
    const later = sinceOf(second, 1_700_000_999_000);
    expect(later).toBe(since);
    expect(timestampMs(toFilter(second, later).openedFrom!)).toBe(since);
  });
});
