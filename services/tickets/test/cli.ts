import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** What a command came to. */
export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs the command line in a process of its own. */
export async function runCli(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Run> {
  const env = { PATH: process.env.PATH, ...environment };
  return promisify(execFile)(process.execPath, ['--no-warnings', cli, ...args], { env }).then(
    (output) => ({ code: 0, ...output }),
    (error: unknown) => error as Run,
  );
}
