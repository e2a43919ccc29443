// Reports a ticket, posts a message under it and lists what is open, through the gateway: node connect.ts [URL]
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';
import { ConnectError, createClient } from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-node';
import { randomUUID } from 'node:crypto';

const baseUrl = process.argv[2] ?? 'http://localhost:8080';
const portal = createClient(PortalService, createConnectTransport({ baseUrl, httpVersion: '1.1' }));

// A write whose answer is lost can be sent again with the same requestId: it is done once.
const report = {
  description: 'The lamp over seat 12 flickers',
  location: 'Library',
  requestId: randomUUID(),
};
const { ticket } = await portal.createTicket(report);
if (ticket === undefined) throw new Error('an answer without its ticket');
console.log(`reported ticket ${ticket.id}: ${ticket.title}`);

const { message } = await portal.postMessage({
  ticketId: ticket.id,
  body: 'It flickers in the evening only.',
  requestId: randomUUID(),
});
console.log(`posted: ${message?.body}`);

const { tickets } = await portal.listTickets({ statuses: [Status.OPEN], pageSize: 3 });
for (const { id, title, messageCount } of tickets) console.log(`open: ${id}, ${title} (${messageCount})`);

try {
  await portal.getTicket({ ticketId: 999_999_999n });
} catch (error) {
  const [info] = ConnectError.from(error).findDetails(ErrorInfoSchema);
  console.log(`refused: ${info?.reason}`);
}
