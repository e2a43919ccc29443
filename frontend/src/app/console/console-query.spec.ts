import { describe, expect, it } from '@jest/globals';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import { Category, Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { isNarrowed, toFilter, toParams, toQuery, type ConsoleQuery } from './console-query';

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
    { opened: 'over-30d' },
    { bounds: { openedFrom: 1_700_000_000_000, openedUntil: 1_700_086_400_000 } },
    { place: 'Main building, room 2.14' },
    { waiting: true },
    { unsure: true },
    { order: TicketOrder.CHANGED_OLDEST },
  ])('comes back from the address as it went: %o', (part) => {
    expect(there(part)).toMatchObject(part);
  });

  it('takes out of the address what is not asked for any more', () => {
    expect(toParams({ text: '', waiting: false, unsure: false, place: '', opened: undefined })).toEqual({
      q: null,
      waiting: null,
      unsure: null,
      place: null,
      opened: null,
    });
  });

  it('takes nonsense in an address for nothing said', () => {
    const nonsense = { status: 'lost', category: '9', opened: '5y', order: 'up', waiting: 'no', unsure: '' };
    expect(toQuery(nonsense)).toEqual(toQuery({}));
  });

  it('asks for what is younger than an age, or older', () => {
    const now = 1_700_000_000_000;
    const young = toFilter(toQuery({ opened: '24h' }), now);
    expect([timestampMs(young.openedFrom!), young.openedUntil]).toEqual([now - 86_400_000, undefined]);
    const old = toFilter(toQuery({ opened: 'over-7d' }), now);
    expect([old.openedFrom, timestampMs(old.openedUntil!)]).toEqual([undefined, now - 7 * 86_400_000]);
  });

  it('asks for a place, for what waits, and for what is unsure', () => {
    const filter = toFilter(toQuery({ place: 'Lobby', waiting: 'yes', unsure: 'yes' }), 0);
    expect(filter).toMatchObject({ location: 'Lobby', awaitingReply: true, unsureCategory: true });
  });

  it.each([
    [{ status: 'open' }, false],
    [{ waiting: 'yes' }, false],
    [{ order: 'changed-newest' }, false],
    [{ q: 'wifi' }, true],
    [{ place: 'Lobby' }, true],
    [{ opened: 'over-7d' }, true],
    [{ closedFrom: '2026-10-01T00:00:00Z' }, true],
  ])('knows whether more than the view narrows: %o', (params, narrowed) => {
    expect(isNarrowed(toQuery(params))).toBe(narrowed);
  });
});
