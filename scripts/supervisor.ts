import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@campus-desk/kit/config';

/** How long a program may take to stop before it is killed, in milliseconds. */
const stopGrace = 8_000;

/** The first and the longest pause before an ended program is started again, in milliseconds. */
const pauses = { first: 200, longest: 5_000 };

/** A program that is kept running. */
export type Program = {
  readonly name: string;
  /** The file that Node runs. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** Keeps programs running: one that ends is started again, until all are stopped. */
export class Supervisor {
  readonly #logFolder: string;
  readonly #running = new Map<string, ChildProcess>();
  #stopping = false;

  /** @param logFolder gets a file for each program's output */
  constructor(logFolder: string) {
    mkdirSync(logFolder, { recursive: true });
    this.#logFolder = logFolder;
  }

  /**
   * Starts a program; resolves once it says by IPC that it is ready.
   * @throws StartError with its own words when it ends before that
   */
  start(program: Program): Promise<void> {
    const log = createWriteStream(join(this.#logFolder, `${program.name}.log`), { flags: 'a' });
    return new Promise((resolve, reject) => {
      this.#run(program, log, pauses.first, resolve, reject);
    });
  }

  /** Starts a running program again, as after a change of its files. */
  restart(name: string): void {
    this.#running.get(name)?.kill('SIGTERM');
  }

  /** Stops everything, gently at first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const children = [...this.#running.values()];
    for (const child of children) child.kill('SIGTERM');
    const cut = setTimeout(() => {
      for (const child of children) child.kill('SIGKILL');
    }, stopGrace);
    await Promise.all(children.map((child) => new Promise((resolve) => child.once('close', resolve))));
    clearTimeout(cut);
  }

  #run(
    program: Program,
    log: WriteStream,
    pause: number,
    ready: () => void,
    failed?: (error: StartError) => void,
  ): void {
    const { name, file, environment } = program;
    const child = spawn(process.execPath, [file], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...environment },
    });
    this.#running.set(name, child);
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    let said = '';
    let isReady = false;
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
    child.once('message', () => {
      isReady = true;
      ready();
    });
    child.once('close', () => {
      this.#running.delete(name);
      if (this.#stopping) return;
      if (!isReady && failed)
        return failed(new StartError(said.trim() || `${name} ended before it was ready.`));
      const next = isReady ? pauses.first : Math.min(pause * 2, pauses.longest);
      void delay(next).then(() => {
        if (!this.#stopping) this.#run(program, log, next, ready);
      });
    });
  }
}
