import { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { readConfig, StartError } from '@campus-desk/kit/config';
import { parseCommand, usage, type CliCommand } from './cli-command.ts';
import { databaseConfig, timeZoneConfig } from './config.ts';
import { seedBulk } from './demo/bulk-seed.ts';
import { seedDemo } from './demo/seed.ts';
import { keepTrying } from './keep-trying.ts';
import { progress } from './progress.ts';
import type { Database } from './store/database.ts';
import { fillFlow } from './store/day-flow.ts';
import type { Findings } from './store/findings.ts';
import { openDatabase } from './store/open-database.ts';
import { rebuild, verify } from './store/verify.ts';

/** How often to say what is waited for, in milliseconds. */
const reminder = 5_000;

type Config = ReturnType<typeof readCommandConfig>;

try {
  const command = parseCommand(process.argv.slice(2));
  if (command === undefined) throw new StartError(usage.trimEnd());
  await carryOut(command, readCommandConfig());
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  warn(error.message);
  process.exitCode = 78;
}

function readCommandConfig() {
  return readConfig({ ...databaseConfig, ...timeZoneConfig });
}

async function carryOut(command: CliCommand, config: Config): Promise<void> {
  switch (command.name) {
    case 'migrate':
      return migrate(command, config);
    case 'seed':
      return onTables(config, (database) => seed(command, database, config));
    case 'verify':
      return onTables(config, (database) => check(command, database, config));
  }
}

async function migrate(
  { patience }: Extract<CliCommand, { name: 'migrate' }>,
  config: Config,
): Promise<void> {
  const tell = (why: string) => warn(`${why} Waiting.`);
  const bringUp = async (database: Database) => {
    const expansions = await database.migrate();
    await fillFlow(database, new CampusCalendar(config.CAMPUS_TIME_ZONE), progress('changes taken in', warn));
    return expansions;
  };
  const expansions = await keepTrying(() => withDatabase(config, bringUp), { tell, reminder, patience });
  if (expansions.length === 0) say('The tables are up to date.');
  else say(`The tables are up to date; a newer version has expanded them (${expansions.join(', ')}).`);
}

async function seed(
  { plan }: Extract<CliCommand, { name: 'seed' }>,
  database: Database,
  { CAMPUS_TIME_ZONE }: Config,
): Promise<void> {
  if (plan === undefined) {
    const count = await seedDemo(database, CAMPUS_TIME_ZONE);
    say(count === 0 ? 'There are tickets already; nothing was added.' : `Added ${count} tickets.`);
    return;
  }
  const count = await seedBulk(database, plan, CAMPUS_TIME_ZONE, progress('tickets', warn, plan.tickets));
  say(`Added ${count} tickets.`);
}

async function check(
  { mends }: Extract<CliCommand, { name: 'verify' }>,
  database: Database,
  { CAMPUS_TIME_ZONE }: Config,
): Promise<void> {
  const work = mends ? rebuild : verify;
  const { revision, tickets, counters, inFeed, findings } = await work(
    database,
    new CampusCalendar(CAMPUS_TIME_ZONE),
    progress('tickets counted', warn),
  );
  list(counters);
  list(findings);
  const where = `at revision ${revision}, ${tickets} tickets`;
  const mended = mends ? counters.count : 0;
  const left = counters.count + findings.count - mended;
  if (mended > 0) say(`Differences in the counters, mended: ${mended} (${where}).`);
  if (mends && inFeed)
    say('Months or days were wrong: restart the resolution and workload services, which began with them.');
  if (left > 0)
    say(`Differences${mends ? ' that stay, since only counters can be rebuilt' : ''}: ${left} (${where}).`);
  if (mended + left === 0) say(`No difference (${where}).`);
  if (left > 0) process.exitCode = 1;
}

function list({ kept, count }: Findings): void {
  for (const { what, stored, counted } of kept)
    say(`${what}: stored ${stored ?? 'nothing'}, counted ${counted ?? 'nothing'}`);
  if (count > kept.length) say(`… and ${count - kept.length} more`);
}

/** Runs work on a database whose tables are up to date. */
function onTables(config: Config, work: (database: Database) => Promise<void>): Promise<void> {
  return withDatabase(config, async (database) => {
    await database.requireCurrent();
    await work(database);
  });
}

async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
