import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from '@jest/globals';
import { Activity, Side, VisitorSchema } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { asNews, NOBODY, withPresences } from './presences';

const somebody = create(VisitorSchema, {
  clientId: 'one',
  side: Side.HELPDESK,
  activity: Activity.VIEWING,
});
const at = (ticketId: bigint, visitors = [somebody]) => ({ ticketId, visitors });

describe('withPresences', () => {
  it('takes what changed, and forgets where nobody is any more', () => {
    const both = withPresences(NOBODY, { revision: 1n, presences: [at(1n), at(2n)] });
    const one = withPresences(both, { revision: 1n, presences: [at(1n, [])] });
    expect([...both.keys()]).toEqual([1n, 2n]);
    expect([...one.keys()]).toEqual([2n]);
  });

  it('begins anew with a new stream, whatever was known before', () => {
    const before = withPresences(NOBODY, { revision: 1n, presences: [at(1n)] });
    expect(withPresences(before, { revision: 1n, opening: true })).toEqual(NOBODY);
  });

  it('is the same where nothing is told', () => {
    const before = withPresences(NOBODY, { revision: 1n, presences: [at(1n)] });
    expect(withPresences(before, { revision: 2n })).toBe(before);
  });

  it('can be told to a tab that joins', () => {
    const before = withPresences(NOBODY, { revision: 1n, presences: [at(1n)] });
    const stale = withPresences(NOBODY, { revision: 1n, presences: [at(5n)] });
    expect(withPresences(stale, asNews(before))).toEqual(before);
  });
});
