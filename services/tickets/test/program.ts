import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

/** A running program of the ticket service. */
export type Program = {
  /** All that it wrote so far, on both outputs. */
  said(): string;
  /** Waits until it has written something. */
  says(text: string): Promise<void>;
  /** Waits until it ends. */
  ended(): Promise<number | null>;
  kill(): void;
};

/** Starts a program of the ticket service, as `main.ts`. */
export function start(
  file: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Program {
  const path = fileURLToPath(new URL(`../src/${file}`, import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...environment },
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null]>;
  let isOver = false;
  void closed.then(() => (isOver = true));
  return {
    said: () => said,
    async says(text) {
      await until(() => {
        if (isOver && !said.includes(text)) throw new Error(`it ended without saying "${text}": ${said}`);
        return said.includes(text);
      });
    },
    ended: async () => (await closed)[0],
    kill: () => child.kill(),
  };
}
