import { readConfig, StartError } from '@campus-desk/kit/config';
import { parseArgs } from 'node:util';
import { databaseConfig, timeZoneConfig } from './config.ts';
import { seedDemo } from './demo/seed.ts';
import { openDatabase } from './store/open-database.ts';

const usage = `usage: node services/tickets/src/cli.ts COMMAND

  migrate   brings the tables up to this version; creates them in an empty database
  seed      fills an empty desk with a demo year of 150 tickets; leaves any other as it is

The database is the one that DATABASE_URL or DATA_DIR names.
`;

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
  await runCommand(Object.keys(values).length > 0 ? [] : positionals);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 78;
}

async function runCommand([command, ...rest]: readonly string[]): Promise<void> {
  if ((command !== 'migrate' && command !== 'seed') || rest.length > 0) throw new StartError(usage.trimEnd());
  const config = readConfig({ ...databaseConfig, ...timeZoneConfig });
  const database = await openDatabase(config);
  try {
    if (command === 'migrate') {
      await database.migrate();
      process.stdout.write('The tables are up to date.\n');
    } else {
      await database.requireCurrent();
      const count = await seedDemo(database, config.CAMPUS_TIME_ZONE);
      process.stdout.write(
        count === 0 ? 'There are tickets already; nothing was added.\n' : `Added ${count} tickets.\n`,
      );
    }
  } finally {
    await database.close();
  }
}
