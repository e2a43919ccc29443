import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A desk as `npm start` runs it. */
export type DeskProcess = {
  readonly url: string;
  /** The process that was started; its end is the desk's end. */
  readonly process: ChildProcess;
  /** Ends it by a signal; answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

/** What a desk said and how it ended that did not become ready. */
export type FailedStart = { readonly code: number | null; readonly output: string; readonly errors: string };

/** A new empty folder for data. */
export function dataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'campus-desk-e2e-'));
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts a desk and waits for the line that says it is ready. @throws Error with its words when it ends instead */
export async function startDesk(environment: Readonly<Record<string, string>>): Promise<DeskProcess> {
  const url = `http://localhost:${environment.PORT}`;
  const child = launch(environment);
  const words = listen(child);
  const ended = once(child, 'close') as Promise<[number | null]>;
  const isReady = new Promise<true>((resolve) => {
    child.stdout?.on('data', () => {
      if (words.output.includes(`Campus Desk is ready at ${url}\n`)) resolve(true);
    });
  });
  if (!(await Promise.race([isReady, ended.then(() => false)])))
    throw new Error(`the desk ended before it was ready: ${words.output}${words.errors}`);
  return {
    url,
    process: child,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** Starts a desk that is expected to end by itself. */
export async function failToStart(environment: Readonly<Record<string, string>>): Promise<FailedStart> {
  const child = launch(environment);
  const words = listen(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...words };
}

function launch(environment: Readonly<Record<string, string>>): ChildProcess {
  const { NODE_OPTIONS: _ofJest, TEST_DATABASE_URL: _ofTests, ...inherited } = process.env;
  return spawn(process.execPath, [join(root, 'scripts/start.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...environment },
  });
}

function listen(child: ChildProcess): { output: string; errors: string } {
  const words = { output: '', errors: '' };
  child.stdout?.on('data', (chunk: Buffer) => (words.output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (words.errors += chunk.toString()));
  return words;
}
