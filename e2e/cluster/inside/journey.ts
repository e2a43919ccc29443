// The journey of a user and of the helpdesk, with every number checked by a recount. Writes what it did, as JSON.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { call, helpdesk, portal, tryCall, write } from './call.ts';
import { recount } from './recount.ts';

const texts = [
  'The door of room 2.14 does not close',
  'The wifi on floor 2F is gone',
  'Nobody answers my complaint',
];
const categories = ['FACILITY_MANAGEMENT', 'TECHNICAL_IT', 'SERVICES_COMPLAINTS'].map(
  (name) => `CATEGORY_${name}`,
);
const word = `w${randomUUID().replaceAll('-', '')}`;

const before = await call(`${helpdesk}/CountTickets`, {});
let numbers = await recount(before.revision);

const ids: string[] = [];
for (let i = 0; i < 12; i++) {
  const { ticket } = await write(`${portal}/CreateTicket`, { description: `${texts[i % 3]}. ${word}` });
  assert.equal(ticket.status, 'STATUS_OPEN');
  ids.push(ticket.id);
}
const found = await call(`${portal}/ListTickets`, { text: word });
assert.deepEqual(
  found.tickets.map(({ id }: { id: string }) => id),
  ids.toReversed(),
);

const edited = await write(`${portal}/UpdateTicket`, {
  ticketId: ids[0],
  location: 'Room 2.14',
  expectedVersion: 1,
});
assert.deepEqual([edited.ticket.location, edited.ticket.version], ['Room 2.14', 2]);
for (const [i, ticketId] of ids.entries()) {
  const category = categories[i % 3];
  const { ticket } = await write(`${helpdesk}/AssignCategory`, { ticketId, category });
  assert.equal(ticket.category, category);
}

for (const ticketId of ids.slice(0, 8)) await write(`${helpdesk}/ActivateTicket`, { ticketId });
for (const ticketId of ids.slice(0, 3)) {
  await write(`${helpdesk}/PostMessage`, { ticketId, body: 'We are on the way.' });
  await write(`${portal}/PostMessage`, { ticketId, body: 'Thank you.' });
  const { messages } = await call(`${portal}/ListMessages`, { ticketId });
  assert.deepEqual(
    messages.map(({ side }: { side: string }) => side),
    ['SIDE_HELPDESK', 'SIDE_USER'],
  );
}
let revision = '0';
for (const ticketId of ids.slice(0, 5)) {
  ({ revision } = await write(`${helpdesk}/CloseTicket`, { ticketId }));
  assert.equal((await tryCall(`${portal}/GetTicket`, { ticketId })).code, 'not_found');
}
const again = await tryCall(`${helpdesk}/ActivateTicket`, { ticketId: ids[0], requestId: randomUUID() });
assert.equal(again.code, 'failed_precondition');

numbers += await recount(revision);
process.stdout.write(JSON.stringify({ tickets: ids.length, activated: 8, messages: 6, closed: 5, numbers }));
