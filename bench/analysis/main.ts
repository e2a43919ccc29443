// Measures what questions to the analyses take, by the number of tickets, and beside it what a call takes that asks
// nothing: `npm run bench:analysis`. The environment variables are those of settings.ts; the tables are Markdown.
import { StartError } from '@campus-desk/kit/config';
import { createConnection } from 'mysql2/promise';
import { load, machine } from '../desk/conditions.ts';
import { interruption } from '../desk/interruption.ts';
import { measureInTurns } from '../desk/measure.ts';
import { migrate } from '../desk/migrate.ts';
import { say } from '../desk/progress.ts';
import { createScratchDatabase, findDatabase, type BenchDatabase } from '../desk/scratch-database.ts';
import { gatewayCaller, grpcCaller } from './callers.ts';
import { measureLatency } from './latency.ts';
import { timePlainSql } from './plain-sql.ts';
import { questionsAt, type Question } from './questions.ts';
import {
  printGrowth,
  printLatency,
  printProcesses,
  printQuestions,
  type ProcessRow,
  type Row,
} from './report.ts';
import { startAnalyses, type RunningAnalyses } from './running-analyses.ts';
import { seed } from './seed.ts';
import { readSettings, type Settings } from './settings.ts';

/** Which part of its time a row is called before it counts. */
const warmUp = 0.3;

try {
  await bench(readSettings());
} catch (error) {
  if (!(error instanceof StartError) && !interruption.signal.aborted) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = interruption.signal.aborted ? 130 : 78;
}

async function bench(settings: Settings): Promise<void> {
  const { server, tickets, databases, clients } = settings;
  process.stdout.write(
    `\n- machine: ${machine()}\n- ${settings.seconds} s a question, path and number of clients\n`,
  );
  process.stdout.write(`- load average (1 / 5 min) at the start: ${load()}\n`);
  const sizes: (readonly Row[])[] = [];
  for (const count of tickets) {
    const database = await createScratchDatabase(server);
    try {
      await migrate(database.url);
      await seed(database.url, count);
      sizes.push(await measureSize(database, settings));
    } finally {
      await database.drop();
    }
  }
  for (const name of databases) {
    const database = await findDatabase(server, name);
    await migrate(database.url);
    sizes.push(await measureSize(database, settings));
  }
  const [fewest, most] = [sizes[0], sizes.at(-1)];
  if (fewest !== undefined && most !== undefined && sizes.length > 1) printGrowth(fewest, most, clients);
  process.stdout.write(`\nLoad average (1 / 5 min) at the end: ${load()}\n`);
}

async function measureSize(database: BenchDatabase, settings: Settings): Promise<readonly Row[]> {
  const { title, server } = await describe(database);
  process.stdout.write(`\n## ${title}\n\n- database: ${server}\n- load average (1 / 5 min): ${load()}\n`);
  say(title);
  const desk = await startAnalyses(database.url);
  try {
    const asked = questionsAt(new Date());
    const rows = await measureQuestions(desk, asked, settings);
    say(`${title}: watchers`);
    const latency = await measureLatency(desk);
    const processes = await processesOf(desk);
    say(`${title}: plain SQL`);
    const sql = await timePlainSql(database.url, asked);
    const withSql = rows.map(({ index, ...row }) => ({ ...row, sql: sql[index]! }));
    printProcesses(title, processes);
    printQuestions(title, settings.clients, withSql);
    printLatency(title, latency);
    return withSql;
  } finally {
    await desk.close();
  }
}

async function measureQuestions(
  { analyses, gateway, empty, emptyGateway }: RunningAnalyses,
  questions: readonly Question[],
  { clients, seconds }: Settings,
): Promise<readonly (Omit<Row, 'sql'> & { readonly index: number })[]> {
  const rows: (Omit<Row, 'sql'> & { readonly index: number })[] = [];
  for (const [index, { name, analysis, method, request }] of questions.entries())
    for (const { path, question, limit } of [
      {
        path: 'gRPC',
        question: grpcCaller(analyses.get(analysis)!.address),
        limit: grpcCaller(empty.address),
      },
      {
        path: 'gateway',
        question: gatewayCaller(gateway.address),
        limit: gatewayCaller(emptyGateway.address),
      },
    ]) {
      const byClients: Row['byClients'][number][] = [];
      for (const count of clients) {
        say(`${name}, ${path}, clients: ${count}`);
        const calls = [limit, question].map((caller) => caller.prepare(method, request));
        const [nothing, answer] = await measureInTurns(calls, count, seconds, warmUp);
        byClients.push({ empty: nothing!, asked: answer! });
      }
      for (const caller of [question, limit]) caller.close();
      rows.push({ index, question: name, path, byClients });
    }
  return rows;
}

async function processesOf({ analyses, startToReady }: RunningAnalyses): Promise<readonly ProcessRow[]> {
  return Promise.all(
    [...analyses].map(async ([name, service]) => ({
      name,
      ms: startToReady.get(name)!,
      bytes: (await service.usage()).memory,
    })),
  );
}

/** How many tickets a database has. */
async function describe({ url, server }: BenchDatabase): Promise<{ title: string; server: string }> {
  const connection = await createConnection({ uri: url });
  try {
    const [rows] = await connection.query(
      `SELECT SUM(count) AS tickets, SUM(IF(status = 'closed', 0, count)) AS unclosed FROM status_count`,
    );
    const [{ tickets, unclosed }] = rows as [{ tickets: string; unclosed: string }];
    const inWords = (count: string) => Number(count).toLocaleString('en');
    return { title: `${inWords(tickets)} tickets, ${inWords(unclosed)} of them unclosed`, server };
  } finally {
    await connection.end();
  }
}
