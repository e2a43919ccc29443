// One journey through the desk at DESK_URL, as people make it: a report, the helpdesk's work on it, and the three
// analyses, which must count it. Ends with 0 if all of it holds. It leaves one closed ticket.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

const desk = process.env.DESK_URL ?? 'http://localhost:8080';
const portal = 'campus.portal.v1.PortalService';
const helpdesk = 'campus.helpdesk.v1.HelpdeskService';
const facility = 'CATEGORY_FACILITY_MANAGEMENT';

/** Calls an RPC by JSON; `wanted` is the code of the refusal that is expected, if one is. */
async function call(rpc, request, wanted) {
  const response = await fetch(`${desk}/${rpc}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(20_000),
  });
  const answer = await response.json();
  assert.equal(answer.code, wanted, `${rpc} answered ${JSON.stringify(answer)}`);
  return answer;
}

const write = (rpc, request) => call(rpc, { ...request, requestId: randomUUID() });
const count = (answer, key) => answer.categories.find(({ category }) => category === facility)[key];
const step = (what) => console.log(`ok  ${what}`);

const page = await fetch(desk);
assert.match(await page.text(), /<title>/);
step('the page is served');

const description = `Test of the desk ${randomUUID()}: the door of room 2.14 does not close.`;
const { ticket, revision } = await write(`${portal}/CreateTicket`, { description });
const ticketId = ticket.id;
assert.equal(ticket.status, 'STATUS_OPEN');
assert.equal(ticket.category, facility);
step(`ticket ${ticketId} is open, its category assigned`);

const { tickets } = await call(`${portal}/ListTickets`, { text: description.split(' ')[4].slice(0, 36) });
assert.deepEqual(
  tickets.map(({ id }) => id),
  [ticketId],
);
step('the portal finds it');

const backlog = await call('campus.analysis.v1.BacklogService/GetBacklog', {
  last: '3600s',
  minRevision: revision,
});
assert.ok(backlog.count >= 1);
step('it counts among the tickets of the last hour');

const before = await call('campus.analysis.v1.WorkloadService/GetWorkload', { minRevision: revision });
const active = await write(`${helpdesk}/ActivateTicket`, { ticketId });
await write(`${helpdesk}/PostMessage`, {
  ticketId,
  body: 'A locksmith is on the way.',
  authorName: 'Helpdesk',
});
await write(`${portal}/PostMessage`, { ticketId, body: 'Thank you.' });
const { messages } = await call(`${portal}/ListMessages`, { ticketId });
assert.deepEqual(
  messages.map(({ side }) => side),
  ['SIDE_HELPDESK', 'SIDE_USER'],
);
step('it is active, and both sides wrote');

const during = await call('campus.analysis.v1.WorkloadService/GetWorkload', { minRevision: active.revision });
assert.ok(count(during, 'activeCount') >= 1 && BigInt(during.revision) > BigInt(before.revision));
step('it counts among the active tickets of its category');

const closed = await write(`${helpdesk}/CloseTicket`, { ticketId });
await call(`${portal}/GetTicket`, { ticketId }, 'not_found');
await call(`${helpdesk}/ActivateTicket`, { ticketId, requestId: randomUUID() }, 'failed_precondition');
step('it is closed: gone from the portal, and final');

const { months } = await call('campus.analysis.v1.ResolutionService/GetResolutionTimes', {
  minRevision: closed.revision,
});
assert.ok(months.some(({ closedCount }) => closedCount >= 1));
step('it counts among the resolution times');
