import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { interruption } from '../desk/interruption.ts';
import { say } from '../desk/progress.ts';

const cli = join(import.meta.dirname, '../../services/tickets/src/cli.ts');

/** Over so many months, 10 million tickets leave some 50 thousand unclosed. */
const months = 60;

/** Fills an empty database with tables; how far it is stands on standard error. @throws Error when it fails */
export async function seed(url: string, tickets: number): Promise<void> {
  say(`seeding ${tickets.toLocaleString('en')} tickets`);
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--no-warnings', cli, 'seed', '--tickets', String(tickets), '--months', String(months)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env.PATH, DATABASE_URL: url },
      signal: interruption.signal,
    },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the seed ended with ${code}`);
  const seconds = (performance.now() - began) / 1_000;
  process.stdout.write(
    `\n- seeded ${tickets.toLocaleString('en')} tickets in ${seconds.toFixed(0)} s, ` +
      `${Math.round(tickets / seconds).toLocaleString('en')} a second\n`,
  );
}
