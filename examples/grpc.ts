// Reports a ticket, posts a message under it and lists what is open, by gRPC, from the proto files alone:
// node grpc.ts [ADDRESS of the ticket service]
import { protoRoot } from '@campus-desk/contract';
import {
  credentials,
  loadPackageDefinition,
  type ServiceClientConstructor,
  type ServiceError,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

type Contract = { campus: { portal: { v1: { PortalService: ServiceClientConstructor } } } };
type Ticket = { id: string; title: string; messageCount: number };
type Answer = { ticket: Ticket; tickets: Ticket[]; message: { body: string } };
type Rpc = (request: object, done: (error: Error | null, answer: Answer) => void) => void;

const options = { includeDirs: [protoRoot], longs: String, enums: String, defaults: true };
const files = loadSync('campus/portal/v1/portal.proto', options);
const { PortalService } = (loadPackageDefinition(files) as unknown as Contract).campus.portal.v1;
const portal = new PortalService(process.argv[2] ?? 'localhost:50051', credentials.createInsecure());
const call = (rpc: string, request: object) => promisify(portal[rpc] as Rpc).call(portal, request);

// A write whose answer is lost can be sent again with the same requestId: it is done once.
const description = 'The lamp over seat 12 flickers';
const { ticket } = await call('CreateTicket', { description, location: 'Library', requestId: randomUUID() });
console.log(`reported ticket ${ticket.id}: ${ticket.title}`);

const reply = { ticketId: ticket.id, body: 'It flickers in the evening only.', requestId: randomUUID() };
console.log(`posted: ${(await call('PostMessage', reply)).message.body}`);

const { tickets } = await call('ListTickets', { statuses: ['STATUS_OPEN'], pageSize: 3 });
for (const { id, title, messageCount } of tickets) console.log(`open: ${id}, ${title} (${messageCount})`);

await call('GetTicket', { ticketId: '999999999' }).catch((error: unknown) => {
  console.log(`refused: ${(error as ServiceError).details}`);
});
portal.close();
