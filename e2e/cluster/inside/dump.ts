// Writes everything that can be read of the desk, as JSON: tickets with messages and history, and the analyses.
import { backlog, call, helpdesk, listAll, resolution, workload } from './call.ts';

const order = 'TICKET_ORDER_OPENED_OLDEST';
const tickets = await listAll(`${helpdesk}/ListTickets`, { order }, 'tickets');
const threads = [];
for (const { id } of tickets) {
  const messages = await listAll(`${helpdesk}/ListMessages`, { ticketId: id }, 'messages');
  const changes = await listAll(`${helpdesk}/ListHistory`, { ticketId: id }, 'changes');
  threads.push({ id, messages, changes });
}
const { revision, counts } = await call(`${helpdesk}/CountTickets`, {});
const minRevision = revision;
// What depends on the time of the question stays out.
const { count, byStatus, byCategory } = await call(backlog, { last: '315000000s', minRevision });
const { months } = await call(resolution, { minRevision });
const { categories } = await call(workload, { minRevision });
process.stdout.write(
  JSON.stringify({
    tickets,
    threads,
    counts: { revision, counts },
    analyses: { backlog: { count, byStatus, byCategory }, months, categories },
  }),
);
