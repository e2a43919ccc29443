import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, '../services/tickets/src/cli.ts');

/** Runs a command of the ticket service on the embedded database in a folder, as on a command line. */
export async function ticketsCli(folder: string, ...words: string[]): Promise<void> {
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  await promisify(execFile)(process.execPath, [program, ...words], {
    env: { ...inherited, DATA_DIR: folder },
  });
}

/** Makes the tables, and so many tickets of a year, always the same. */
export async function seedTickets(folder: string, count: number): Promise<void> {
  await ticketsCli(folder, 'migrate');
  await ticketsCli(folder, 'seed', '--tickets', String(count), '--months', '12', '--seed', '1');
}
