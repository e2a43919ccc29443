import { describe, expect, it } from '@jest/globals';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { CategorySource, Side, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { sampleTicket } from '../../testing/sample-ticket';
import { belongs } from './belongs';
import { toFilter, toQuery } from './console-query';

const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;
const ticket = (part: Parameters<typeof sampleTicket>[0]) =>
  sampleTicket({ openedAt: timestampFromMs(now - 30 * hour), ...part });

describe('belongs', () => {
  it.each([
    [{}, {}, true],
    [{ status: 'active' }, {}, false],
    [{ status: 'unclosed' }, { status: Status.ACTIVE }, true],
    [{ category: 'facility' }, {}, false],
    [{ opened: '24h' }, {}, false],
    [{ opened: '7d' }, {}, true],
    [{ opened: 'over-24h' }, {}, true],
    [{ opened: 'over-7d' }, {}, false],
    [{ closedFrom: '2026-11-01T00:00:00Z' }, {}, false],
    [{ place: 'Room 2.14' }, {}, true],
    [{ place: 'Room 2.1' }, {}, false],
    [{ q: 'PROJECTOR 2.14' }, {}, true],
    [{ q: 'projector wifi' }, {}, false],
    [{ waiting: 'yes' }, {}, false],
    [{ waiting: 'yes' }, { lastMessageSide: Side.USER }, true],
    [{ waiting: 'yes' }, { lastMessageSide: Side.HELPDESK }, false],
    [{ waiting: 'yes' }, { lastMessageSide: Side.USER, status: Status.CLOSED }, false],
    [{ unsure: 'yes' }, {}, false],
    [{ unsure: 'yes' }, { categoryConfidence: 0.4 }, true],
    [{ unsure: 'yes' }, { categoryConfidence: 0.4, status: Status.CLOSED }, false],
    [{ unsure: 'yes' }, { categoryConfidence: 0.4, categorySource: CategorySource.STAFF }, false],
  ])('under %o a ticket with %o: %s', (params, part, expected) => {
    expect(belongs(ticket(part), toFilter(toQuery(params), now))).toBe(expected);
  });
});
