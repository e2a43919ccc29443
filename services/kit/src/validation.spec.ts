import { create, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { GetBacklogRequestSchema } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { GetResolutionTimesRequestSchema } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { AssignCategoryRequestSchema } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import {
  CreateTicketRequestSchema,
  GetTicketRequestSchema,
  ListTicketsRequestSchema,
  UpdateTicketRequestSchema,
} from '@campus-desk/contract/campus/portal/v1/portal';
import { Category, Status, TicketOrder } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { describe, expect, it } from '@jest/globals';
import { RpcError } from './rpc-error.ts';
import { requireValid } from './validation.ts';

const requestId = 'd2719e4e-6c1b-4c8a-9d3c-0a4f6f0b7c11';
const unknown = 99 as number;

type Case = readonly [schema: DescMessage, init: object, message: string];

const refusal = (schema: DescMessage, init: MessageInitShape<DescMessage>): RpcError => {
  try {
    requireValid(schema, create(schema, init));
  } catch (error) {
    if (error instanceof RpcError) return error;
    throw error;
  }
  throw new Error('the message was not refused');
};

const taken: Case[] = [
  [CreateTicketRequestSchema, { description: 'a', requestId }, 'the shortest text'],
  [CreateTicketRequestSchema, { description: 'ä'.repeat(10_000), requestId }, 'the longest text'],
  [
    CreateTicketRequestSchema,
    { description: '🔥'.repeat(10_000), requestId },
    'code points, not UTF-16 units',
  ],
  [
    CreateTicketRequestSchema,
    { description: 'a', title: '', location: '', requestId },
    'empty optional text',
  ],
  [CreateTicketRequestSchema, { description: 'a', requestId: requestId.toUpperCase() }, 'a UUID in capitals'],
  [UpdateTicketRequestSchema, { ticketId: 1n, requestId, expectedVersion: 1 }, 'an edit of nothing'],
  [ListTicketsRequestSchema, { statuses: [Status.OPEN], order: TicketOrder.UNSPECIFIED }, 'a filter'],
  [GetBacklogRequestSchema, { last: { nanos: 1 } }, 'the shortest period'],
  [GetBacklogRequestSchema, { last: { seconds: 315_619_200n } }, 'the longest period'],
  [GetResolutionTimesRequestSchema, { fromMonth: '2026-12', minRevision: 0n }, 'a month'],
];

const refused: Case[] = [
  [CreateTicketRequestSchema, { requestId }, 'description: must not be empty'],
  [
    CreateTicketRequestSchema,
    { description: '🔥'.repeat(10_001), requestId },
    'description: must be at most 10000 characters',
  ],
  [
    CreateTicketRequestSchema,
    { description: 'a', title: 'a'.repeat(201), requestId },
    'title: must be at most 200 characters',
  ],
  [CreateTicketRequestSchema, { description: 'a' }, 'request_id: must be a UUID'],
  [UpdateTicketRequestSchema, { ticketId: 1n, description: '', requestId }, 'description: must not be empty'],
  [GetTicketRequestSchema, {}, 'ticket_id: must be greater than or equal to 1'],
  [ListTicketsRequestSchema, { pageSize: -1 }, 'page_size: must be greater than or equal to 0'],
  [
    ListTicketsRequestSchema,
    { statuses: [Status.OPEN, unknown] },
    'statuses[1]: must be one of STATUS_OPEN, STATUS_ACTIVE',
  ],
  [
    ListTicketsRequestSchema,
    { statuses: [Status.CLOSED] },
    'statuses[0]: must be one of STATUS_OPEN, STATUS_ACTIVE',
  ],
  [
    ListTicketsRequestSchema,
    { categories: Array(11).fill(Category.TECHNICAL_IT) },
    'categories: must contain no more',
  ],
  [ListTicketsRequestSchema, { order: unknown }, 'order: must be one of TICKET_ORDER_UNSPECIFIED, '],
  [
    AssignCategoryRequestSchema,
    { ticketId: 1n, requestId },
    'category: must be one of CATEGORY_FACILITY_MANAGEMENT, ',
  ],
  [GetBacklogRequestSchema, {}, 'last: must be given'],
  [GetBacklogRequestSchema, { last: {} }, 'last: must be greater than 0s'],
  [GetBacklogRequestSchema, { last: { seconds: -1n } }, 'last: must be greater than 0s'],
  [
    GetBacklogRequestSchema,
    { last: { seconds: 315_619_200n, nanos: 1 } },
    'last: must be greater than 0s and less',
  ],
  [GetResolutionTimesRequestSchema, { fromMonth: '2026-13' }, 'from_month: must match regex pattern '],
  [GetResolutionTimesRequestSchema, { toMonth: '2026-1' }, 'to_month: '],
  [GetResolutionTimesRequestSchema, { minRevision: -1n }, 'min_revision: must be greater than or equal to 0'],
];

describe('requireValid', () => {
  it.each(taken)('takes %s %j', (schema, init) => {
    expect(() => requireValid(schema, create(schema, init as MessageInitShape<DescMessage>))).not.toThrow();
  });

  it.each(refused)('refuses %s %j', (schema, init, message) => {
    const error = refusal(schema, init as MessageInitShape<DescMessage>);
    expect(error.message.slice(0, message.length)).toBe(message);
    expect(error.violations).toHaveLength(1);
    expect(message.startsWith(`${error.violations[0]!.field}: `)).toBe(true);
  });

  it('names every wrong field', () => {
    const error = refusal(CreateTicketRequestSchema, {
      title: 'a'.repeat(201),
    });
    expect(error.violations.map(({ field }) => field)).toEqual(['description', 'title', 'request_id']);
  });

  it('names only the first of very many, since headers are small', () => {
    const statuses = Array<Status>(50_000).fill(Status.CLOSED);
    const error = refusal(ListTicketsRequestSchema, { statuses });
    expect(error.violations).toHaveLength(10);
    const [details] = error.toStatus().metadata!.get('grpc-status-details-bin');
    expect(details!.length).toBeLessThan(4_096);
  });
});
