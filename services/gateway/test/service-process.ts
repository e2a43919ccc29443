import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const services = join(import.meta.dirname, '../..');

/** A service as its own program, as it runs outside of tests. */
export class ServiceProcess {
  readonly #name: string;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #port = 0;
  #metricsPort = 0;
  #complaints = '';

  constructor(name: string, environment: Readonly<Record<string, string>>) {
    this.#name = name;
    this.#environment = environment;
  }

  /** Where it listens; the same after it was started again. */
  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** Where its metrics are, if it was given a port for them. */
  get metricsUrl(): string {
    return `http://127.0.0.1:${this.#metricsPort}/metrics`;
  }

  /** What it wrote to standard error, but what Node itself warns of. */
  get complaints(): string {
    return this.#complaints
      .split('\n')
      .filter((line) => !/Warning:|--trace-/.test(line))
      .join('\n');
  }

  /** Starts it; resolves once it says that it is ready, rejects with its complaints when it ends before that. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(services, this.#name, 'src/main.ts')], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(this.#port), ...this.#environment },
    });
    this.#child = child;
    const ready = Promise.withResolvers<void>();
    child.once('close', (code) =>
      ready.reject(new Error(`${this.#name} ended with ${code}: ${this.#complaints}`)),
    );
    child.stderr!.on('data', (chunk: Buffer) => (this.#complaints += chunk.toString()));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const { msg, port, metricsPort } = JSON.parse(line) as {
        msg: string;
        port?: number;
        metricsPort?: number;
      };
      this.#metricsPort = metricsPort ?? this.#metricsPort;
      if (msg !== 'ready' || port === undefined) return;
      this.#port = port;
      ready.resolve();
    });
    await ready.promise;
  }

  /** Its process, while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Holds it as it is, or lets it go on: it neither works nor answers meanwhile, but keeps its connections. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  /** Ends it as an operator would, or rudely; resolves with its exit code. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (child === undefined) return null;
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
    }
    return child.exitCode;
  }
}

/** Brings the database that an environment names up to date. */
export function migrate(environment: Readonly<Record<string, string>>): Promise<void> {
  return ticketsCommand('migrate', environment);
}

/** Fills the empty database that an environment names with the demo year, as `npm start` does. */
export function seed(environment: Readonly<Record<string, string>>): Promise<void> {
  return ticketsCommand('seed', environment);
}

async function ticketsCommand(command: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [join(services, 'tickets/src/cli.ts'), command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the command ${command} failed`);
}
