// Measures what the desk carries, and beside it what the same machine carries without it: `npm run bench`. The
// environment variables are those of settings.ts; the tables are Markdown.
import { StartError } from '@campus-desk/kit/config';
import { load, machine } from './conditions.ts';
import { startCost } from './cost.ts';
import { openDatabaseFloor } from './database-floor.ts';
import { gatewayPath } from './gateway-path.ts';
import { grpcPath } from './grpc-path.ts';
import { interruption } from './interruption.ts';
import { measure } from './measure.ts';
import { migrate } from './migrate.ts';
import { operations, report } from './operations.ts';
import { say } from './progress.ts';
import { startDesk } from './running-desk.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';
import { seed } from './seed.ts';
import { readSettings, type Settings } from './settings.ts';
import { printCosts, printRows, type CostRow, type Row } from './table.ts';

/** Which part of its time a row is called before it counts. */
const warmUp = 0.2;

try {
  await bench(readSettings());
} catch (error) {
  if (!(error instanceof StartError) && !interruption.signal.aborted) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = interruption.signal.aborted ? 130 : 78;
}

async function bench(settings: Settings): Promise<void> {
  process.stdout.write(
    `\n- machine: ${machine()}\n- ${settings.tickets} tickets before, ${settings.seconds} s a row\n`,
  );
  process.stdout.write(`- load average (1 / 5 min) at the start: ${load()}\n`);
  await withDatabase(settings, async ({ url, server }) => {
    process.stdout.write(`- database: ${server}\n`);
    await measureDatabase(url, settings);
  });
  // Each number of replicas finds the same tickets, whatever was written by the ones before.
  for (const replicas of settings.replicas)
    await withDatabase(settings, async ({ url }) => {
      await migrate(url);
      await measureDesk(url, replicas, settings);
    });
  process.stdout.write(`\nLoad average (1 / 5 min) at the end: ${load()}\n`);
}

async function withDatabase(
  { server }: Settings,
  work: (database: ScratchDatabase) => Promise<void>,
): Promise<void> {
  const database = await createScratchDatabase(server);
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

async function measureDatabase(databaseUrl: string, { clients, seconds }: Settings): Promise<void> {
  const floor = await openDatabaseFloor(databaseUrl, Math.max(...clients));
  const rows: Row[] = [];
  try {
    for (const operation of floor.operations) {
      const byClients = [];
      for (const count of clients) {
        say(`plain database: ${operation.name}, clients: ${count}`);
        const once = () => operation.call();
        await measure(once, count, seconds * warmUp);
        byClients.push(await measure(once, count, seconds));
      }
      rows.push({ operation: operation.name, path: 'database', byClients });
    }
  } finally {
    await floor.close();
  }
  printRows('The plain database', clients, rows);
}

async function measureDesk(databaseUrl: string, replicas: number, settings: Settings): Promise<void> {
  const { clients, seconds, tickets } = settings;
  const desk = await startDesk(databaseUrl, replicas);
  const direct = grpcPath(desk.address);
  const paths = [direct, gatewayPath(desk.gateway.address)];
  const [rows, costs]: [Row[], CostRow[]] = [[], []];
  try {
    await seed(direct, tickets, (path) => report.call(path, tickets));
    for (const operation of operations)
      for (const path of paths) {
        const byClients = [];
        for (const count of clients) {
          say(`replicas: ${replicas}; ${operation.name}, ${path.name}, clients: ${count}`);
          const once = () => operation.call(path, tickets);
          await measure(once, count, seconds * warmUp);
          const endCost = await startCost(desk);
          const measured = await measure(once, count, seconds);
          byClients.push(measured);
          if (count === clients.at(-1))
            costs.push({ operation: operation.name, path: path.name, cost: await endCost(measured.calls) });
        }
        rows.push({ operation: operation.name, path: path.name, byClients });
      }
  } finally {
    for (const path of paths) path.close();
    await desk.close();
  }
  const title = `Ticket service on ${replicas} replica${replicas === 1 ? '' : 's'}`;
  printRows(title, clients, rows);
  printCosts(`${title}: what a call costs, by ${clients.at(-1)} clients`, costs);
}
