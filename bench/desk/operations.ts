import { create } from '@bufbuild/protobuf';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { randomUUID } from 'node:crypto';
import type { Path } from './path.ts';
import { random, someReport, someSearch } from './reports.ts';

/** What is measured over a path. */
export type Operation = {
  readonly name: string;
  /** Makes one call. @param tickets how many there were at the start */
  call(path: Path, tickets: number): Promise<void>;
};

const { createTicket, postMessage, getTicket, listTickets, listMessages } = PortalService.method;

/** Reports a problem. */
export const report: Operation = {
  name: 'CreateTicket',
  call: (path) =>
    path.call(
      createTicket,
      create(createTicket.input, { description: someReport(), requestId: randomUUID() }),
    ),
};

/** The floors first, then reads, then writes, which make the tables larger. */
export const operations: readonly Operation[] = [
  { name: 'health check (floor)', call: (path) => path.empty() },
  {
    // Nobody writes under the last of the first tickets.
    name: 'ListMessages of none (floor)',
    call: (path, tickets) =>
      path.call(listMessages, create(listMessages.input, { ticketId: BigInt(tickets) })),
  },
  {
    name: 'GetTicket',
    call: (path, tickets) =>
      path.call(getTicket, create(getTicket.input, { ticketId: BigInt(1 + random(tickets)) })),
  },
  {
    name: 'ListTickets, first 50',
    call: (path) => path.call(listTickets, create(listTickets.input, { pageSize: 50 })),
  },
  {
    name: 'ListTickets, search',
    call: (path) => path.call(listTickets, create(listTickets.input, { pageSize: 50, text: someSearch() })),
  },
  {
    name: 'PostMessage',
    call: (path, tickets) =>
      path.call(
        postMessage,
        create(postMessage.input, {
          ticketId: BigInt(1 + random(tickets - 1)),
          body: `I saw it too: ${someReport()}`,
          requestId: randomUUID(),
        }),
      ),
  },
  report,
];
