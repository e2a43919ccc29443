import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Makes the tables of the desk. @throws Error with the words of the program that does it */
export async function migrate(url: string): Promise<void> {
  const cli = join(import.meta.dirname, '../../services/tickets/src/cli.ts');
  await promisify(execFile)(process.execPath, ['--no-warnings', cli, 'migrate'], {
    env: { PATH: process.env.PATH, DATABASE_URL: url },
  });
}
