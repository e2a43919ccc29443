// Measures how long FindSimilarTickets takes among many open tickets while somebody types, and beside it GetTicket as
// the floor of any read: `npm run bench:similar`. The environment variables are those of settings.ts; the tables are
// Markdown.
import { create } from '@bufbuild/protobuf';
import { PortalService } from '@campus-desk/contract/campus/portal/v1/portal';
import { StartError } from '@campus-desk/kit/config';
import { randomUUID } from 'node:crypto';
import { load, machine } from '../desk/conditions.ts';
import { gatewayPath } from '../desk/gateway-path.ts';
import { grpcPath } from '../desk/grpc-path.ts';
import { interruption } from '../desk/interruption.ts';
import { measureInTurns } from '../desk/measure.ts';
import { migrate } from '../desk/migrate.ts';
import type { Path } from '../desk/path.ts';
import { say } from '../desk/progress.ts';
import { random } from '../desk/reports.ts';
import { startDesk } from '../desk/running-desk.ts';
import { createScratchDatabase } from '../desk/scratch-database.ts';
import { seed } from '../desk/seed.ts';
import { number, print } from '../desk/table.ts';
import { readSettings, type Settings } from './settings.ts';
import { variedReport } from './varied-reports.ts';

const { createTicket, findSimilarTickets, getTicket } = PortalService.method;

/** Which part of its time a row is called before it counts. */
const warmUp = 0.3;

/** How many characters of a report are typed when it is asked. */
const typed = [15, 60, 200, Infinity];

try {
  await bench(readSettings());
} catch (error) {
  if (!(error instanceof StartError) && !interruption.signal.aborted) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = interruption.signal.aborted ? 130 : 78;
}

async function bench(settings: Settings): Promise<void> {
  process.stdout.write(
    `\n- machine: ${machine()}\n- ${settings.tickets} open tickets, ${settings.seconds} s a row\n`,
  );
  process.stdout.write(`- load average (1 / 5 min) at the start: ${load()}\n`);
  const database = await createScratchDatabase(settings.server);
  try {
    process.stdout.write(`- database: ${database.server}\n`);
    await migrate(database.url);
    await measureDesk(database.url, settings);
  } finally {
    await database.drop();
  }
  process.stdout.write(`\nLoad average (1 / 5 min) at the end: ${load()}\n`);
}

async function measureDesk(databaseUrl: string, settings: Settings): Promise<void> {
  const desk = await startDesk(databaseUrl, 1);
  const direct = grpcPath(desk.address);
  const paths = [direct, gatewayPath(desk.gateway.address)];
  try {
    await seed(direct, settings.tickets, report);
    process.stdout.write(`- load average (1 / 5 min) before the calls: ${load()}\n`);
    for (const clients of settings.clients) await measureClients(paths, clients, settings);
  } finally {
    for (const path of paths) path.close();
    await desk.close();
  }
}

async function measureClients(paths: readonly Path[], clients: number, settings: Settings): Promise<void> {
  const { seconds, tickets } = settings;
  const calls = paths.flatMap((path) => [
    { path, name: 'GetTicket (floor)', call: () => get(path, tickets) },
    ...typed.map((length) => ({ path, name: nameOf(length), call: () => find(path, length) })),
  ]);
  say(`clients: ${clients}`);
  const measured = await measureInTurns(
    calls.map(({ call }) => call),
    clients,
    seconds,
    warmUp,
  );
  print(`${clients} client${clients === 1 ? '' : 's'}, in milliseconds`, [
    ['call', 'path', 'p50', 'p95', 'p99', 'max', 'calls', 'errors'],
    ...measured.map(({ p50, p95, p99, max, calls: count, errors }, row) => [
      calls[row]!.name,
      calls[row]!.path.name,
      ...[p50, p95, p99, max, count, [...errors.values()].reduce((sum, some) => sum + some, 0)].map(number),
    ]),
  ]);
}

function nameOf(length: number): string {
  return `FindSimilarTickets, ${length === Infinity ? 'the whole report' : `${length} characters`}`;
}

function report(path: Path): Promise<void> {
  return path.call(createTicket, create(createTicket.input, { ...variedReport(), requestId: randomUUID() }));
}

function get(path: Path, tickets: number): Promise<void> {
  return path.call(getTicket, create(getTicket.input, { ticketId: BigInt(1 + random(tickets)) }));
}

/** Asks as the page does while somebody types: the location stands below the text and comes with the whole. */
function find(path: Path, length: number): Promise<void> {
  const { description, location } = variedReport();
  const asked =
    length === Infinity ? { text: description, location } : { text: description.slice(0, length) };
  return path.call(findSimilarTickets, create(findSimilarTickets.input, asked));
}
