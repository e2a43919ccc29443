import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import {
  Category,
  CategorySource,
  Status,
  TicketSchema,
  type Ticket,
} from '@campus-desk/contract/campus/tickets/v1/ticket';

/** A ticket as the desk would answer it. */
export function sampleTicket(part: MessageInitShape<typeof TicketSchema> = {}): Ticket {
  return create(TicketSchema, {
    id: 1042n,
    title: 'The projector shows no picture',
    titleDerived: true,
    description: 'The projector shows no picture',
    location: 'Room 2.14',
    status: Status.OPEN,
    category: Category.TECHNICAL_IT,
    categorySource: CategorySource.AUTOMATIC,
    categoryConfidence: 0.9,
    categoryWords: ['projector'],
    openedAt: timestampFromMs(Date.now() - 120_000),
    modifiedAt: timestampFromMs(Date.now() - 120_000),
    version: 1,
    ...part,
  });
}
