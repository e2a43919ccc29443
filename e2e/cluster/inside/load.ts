// A steady load on the desk until standard input ends; then a look at what is there of what was acknowledged. Writes
// a line of JSON for each failed call, and one with the result at the end. No call is tried a second time.
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { backlog, helpdesk, portal, resolution, tryCall, workload, type Answer } from './call.ts';
import { settle, type Acknowledged } from './settle.ts';
import { watch } from './watch.ts';

const callsPerSecond = 15;
const began = performance.now();
/** A word by which the tickets of this load are told from others. */
const mark = `m${randomUUID().replaceAll('-', '')}`;

// Each keeps its own connection, as six browsers would.
const kept = Array.from({ length: 6 }, () => new Agent({ keepAlive: true }));
const acknowledged: Acknowledged = {
  mark,
  tickets: new Map(),
  unanswered: new Map(),
  messages: new Map(),
  moves: new Map(),
};
const seen = { calls: 0, failed: 0, firstFailure: 0, lastFailure: 0, codes: new Map<string, number>() };
let slowest = { ms: 0, rpc: '', at: 0 };
let revision = '0';

const seconds = () => Math.round(performance.now() - began) / 1000;
const running = new Set<Promise<unknown>>();

function fail(rpc: string, code: string, message: string, ms: number, at: number): void {
  seen.failed++;
  seen.firstFailure ||= at;
  seen.lastFailure = at;
  seen.codes.set(code, (seen.codes.get(code) ?? 0) + 1);
  process.stdout.write(`${JSON.stringify({ at, rpc, code, message, ms })}\n`);
}

async function send(rpc: string, message: object): Promise<Answer> {
  const number = seen.calls++;
  const [at, start] = [seconds(), performance.now()];
  const answer = await tryCall(rpc, message, number % 2 === 0 ? kept[(number / 2) % kept.length] : false);
  const ms = Math.round(performance.now() - start);
  if (ms > slowest.ms) slowest = { ms, rpc, at };
  if (answer.code !== undefined) fail(rpc, answer.code, answer.message, ms, at);
  else if (BigInt(answer.body.revision ?? 0) > BigInt(revision)) revision = answer.body.revision;
  return answer;
}

/** Tickets that stay open and get messages, and those that wait for their next move. */
const [talkedOf, toActivate, toClose]: [string[], string[], string[]] = [[], [], []];

async function createTicket(): Promise<void> {
  const requestId = randomUUID();
  const description = `The lamp over desk ${seen.calls} flickers. ${mark} ${requestId}`;
  acknowledged.unanswered.set(requestId, description);
  const { code, body } = await send(`${portal}/CreateTicket`, { description, requestId });
  if (code !== undefined) return;
  acknowledged.unanswered.delete(requestId);
  acknowledged.tickets.set(requestId, { id: body.ticket.id, description });
  (acknowledged.tickets.size % 2 === 0 ? toActivate : talkedOf).push(body.ticket.id);
}

async function postMessage(door: string): Promise<void> {
  const ticketId = talkedOf.at(-1);
  if (ticketId === undefined) return listTickets(door);
  const body = `Any news? ${randomUUID()}`;
  const { code } = await send(`${door}/PostMessage`, { ticketId, body, requestId: randomUUID() });
  if (code === undefined) acknowledged.messages.set(body, ticketId);
}

async function move(rpc: string, from: string[], to: string[], status: string): Promise<void> {
  const ticketId = from.shift();
  if (ticketId === undefined) return listTickets(helpdesk);
  const { code } = await send(`${helpdesk}/${rpc}`, { ticketId, requestId: randomUUID() });
  if (code !== undefined) return;
  acknowledged.moves.set(ticketId, status);
  to.push(ticketId);
}

async function listTickets(door: string): Promise<void> {
  await send(`${door}/ListTickets`, { pageSize: 20 });
}

async function getTicket(door: string): Promise<void> {
  const ticketId = talkedOf.at(-1);
  if (ticketId === undefined) return listTickets(door);
  await send(`${door}/GetTicket`, { ticketId });
}

async function analysis(rpc: string, message: object = {}): Promise<void> {
  await send(rpc, { ...message, minRevision: revision });
}

const rounds = [
  createTicket,
  () => analysis(workload),
  () => listTickets(portal),
  () => getTicket(portal),
  () => analysis(backlog, { last: '3600s' }),
  () => postMessage(portal),
  () => listTickets(helpdesk),
  () => move('ActivateTicket', toActivate, toClose, 'STATUS_ACTIVE'),
  () => analysis(resolution),
  () => getTicket(helpdesk),
  createTicket,
  () => analysis(backlog, { last: '604800s' }),
  () => postMessage(helpdesk),
  () => analysis(workload),
  () => listTickets(portal),
  () => move('CloseTicket', toClose, [], 'STATUS_CLOSED'),
  () => analysis(resolution),
  () => listTickets(helpdesk),
  () => getTicket(portal),
];

const loading = new AbortController();
process.stdin.resume();
process.stdin.once('close', () => loading.abort());

const watching = new AbortController();
const watched = watch(watching.signal, (code) =>
  fail(`${helpdesk}/WatchTickets`, code, 'not opened', 0, seconds()),
);
for (let round = 0; !loading.signal.aborted; round++) {
  const sent = rounds[round % rounds.length]!();
  running.add(sent);
  void sent.finally(() => running.delete(sent));
  const next = ((round + 1) * 1000) / callsPerSecond - (performance.now() - began);
  await delay(Math.max(0, next), undefined, { signal: loading.signal }).catch(() => undefined);
}
const duration = seconds();
await Promise.all(running);
kept.forEach((agent) => agent.destroy());
const state = await settle(acknowledged);
// Everything that was acknowledged must come by the stream too.
const patient = Date.now() + 30_000;
while (watched.revision < Number(revision) && Date.now() < patient) await delay(100);
watching.abort();
const result = {
  seconds: duration,
  calls: seen.calls,
  failed: seen.failed,
  firstFailure: seen.firstFailure,
  lastFailure: seen.lastFailure,
  codes: Object.fromEntries(seen.codes),
  slowest,
  ...state,
  watch: { ...watched, missing: Math.max(0, Number(revision) - watched.revision) },
};
process.stdout.write(`${JSON.stringify({ result })}\n`);
