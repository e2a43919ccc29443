// Reports a ticket, posts a message under it and lists what is open, by gRPC, from the proto files alone:
// node grpc.ts [ADDRESS of the ticket service]
import { protoRoot } from '@campus-desk/contract';
import { Client, credentials, type ServiceDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { randomUUID } from 'node:crypto';

const options = { includeDirs: [protoRoot], longs: String, enums: String, defaults: true };
const files = loadSync('campus/portal/v1/portal.proto', options);
const portal = files['campus.portal.v1.PortalService'] as ServiceDefinition;
const client = new Client(process.argv[2] ?? 'localhost:50051', credentials.createInsecure());

type Ticket = { id: string; title: string; messageCount: number };

function call<Answer>(rpc: string, request: object): Promise<Answer> {
  const { path, requestSerialize, responseDeserialize } = portal[rpc]!;
  const deadline = Date.now() + 10_000;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      { deadline },
      (error, answer) => (error === null ? resolve(answer as Answer) : reject(error)),
    );
  });
}

// A write whose answer is lost can be sent again with the same requestId: it is done once.
const report = {
  description: 'The lamp over seat 12 flickers',
  location: 'Library',
  requestId: randomUUID(),
};
const { ticket } = await call<{ ticket: Ticket }>('CreateTicket', report);
console.log(`reported ticket ${ticket.id}: ${ticket.title}`);

const reply = { ticketId: ticket.id, body: 'It flickers in the evening only.', requestId: randomUUID() };
const { message } = await call<{ message: { body: string } }>('PostMessage', reply);
console.log(`posted: ${message.body}`);

const page = { statuses: ['STATUS_OPEN'], pageSize: 3 };
const { tickets } = await call<{ tickets: Ticket[] }>('ListTickets', page);
for (const { id, title, messageCount } of tickets) console.log(`open: ${id}, ${title} (${messageCount})`);

await call('GetTicket', { ticketId: '999999999' }).catch((error: unknown) => {
  console.log(`refused: ${(error as ServiceError).details}`);
});
client.close();
