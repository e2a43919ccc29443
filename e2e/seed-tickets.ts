import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, '../services/tickets/src/cli.ts');

/** Makes the tables of the embedded database in a folder, and so many tickets of some months, always the same. */
export async function seedTickets(folder: string, count: number, months = 12): Promise<void> {
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  const env = { ...inherited, DATA_DIR: folder };
  const run = (...words: string[]) => promisify(execFile)(process.execPath, [program, ...words], { env });
  await run('migrate');
  await run('seed', '--tickets', String(count), '--months', String(months), '--seed', '1');
}
