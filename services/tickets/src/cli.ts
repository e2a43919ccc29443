import { readConfig, StartError } from '@campus-desk/kit/config';
import { parseArgs } from 'node:util';
import { databaseConfig, timeZoneConfig } from './config.ts';
import { seedDemo } from './demo/seed.ts';
import { keepTrying } from './keep-trying.ts';
import type { Database } from './store/database.ts';
import { openDatabase } from './store/open-database.ts';

const usage = `usage: node services/tickets/src/cli.ts COMMAND

  migrate [--wait SECONDS]
            brings the tables up to this version; creates them in an empty database;
            waits so long for a server that cannot be reached
  seed      fills an empty desk with a demo year of 150 tickets; leaves any other as it is

The database is the one that DATABASE_URL (with DATABASE_PASSWORD_FILE) or DATA_DIR names.
`;

/** How often to say what is waited for, in milliseconds. */
const reminder = 5_000;

try {
  await runCommand();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 78;
}

async function runCommand(): Promise<void> {
  const { command, patience } = readArguments();
  const config = readConfig({ ...databaseConfig, ...timeZoneConfig });
  const withDatabase = async <T>(work: (database: Database) => Promise<T>) => {
    const database = await openDatabase(config);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  if (command === 'migrate') {
    const tell = (why: string) => process.stderr.write(`${why} Waiting.\n`);
    const expansions = await keepTrying(() => withDatabase((database) => database.migrate()), {
      tell,
      reminder,
      patience,
    });
    if (expansions.length === 0) say('The tables are up to date.');
    else say(`The tables are up to date; a newer version has expanded them (${expansions.join(', ')}).`);
  } else {
    const count = await withDatabase(async (database) => {
      await database.requireCurrent();
      return seedDemo(database, config.CAMPUS_TIME_ZONE);
    });
    say(count === 0 ? 'There are tickets already; nothing was added.' : `Added ${count} tickets.`);
  }
}

/** @throws StartError with the usage */
function readArguments(): { readonly command: 'migrate' | 'seed'; readonly patience: number } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { wait: { type: 'string' } },
    });
    const [command, ...rest] = positionals;
    const { wait } = values;
    if (command === 'seed' && wait === undefined && rest.length === 0) return { command, patience: 0 };
    if (command === 'migrate' && /^\d{1,6}$/.test(wait ?? '0') && rest.length === 0)
      return { command, patience: Number(wait ?? 0) * 1_000 };
  } catch {
    // What parseArgs throws says less than the usage.
  }
  throw new StartError(usage.trimEnd());
}
