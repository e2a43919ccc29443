import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../scripts/test-database.ts';
import { interruption } from './interruption.ts';

const services = join(import.meta.dirname, '../../services');

/** How long a program may take to stop before it is killed, in milliseconds. */
const stopGrace = 10_000;

/** What a program used so far. */
export type Usage = {
  /** Time on the CPU, in milliseconds. */
  readonly cpu: number;
  /** Memory in use, in bytes. */
  readonly memory: number;
  /** Writes that were committed, and the transactions that carried them. */
  readonly writes: number;
  readonly transactions: number;
};

/** A service as its own program. Its log is written, and thrown away. */
export class ServiceProcess {
  /** Where it listens. */
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #metrics: string;

  private constructor(child: ChildProcess, port: number, metricsPort: number) {
    this.#child = child;
    this.address = `127.0.0.1:${port}`;
    this.#metrics = `http://127.0.0.1:${metricsPort}/metrics`;
  }

  /**
   * Starts it and waits until it can answer.
   * @param program its file; that of the service of this name by default
   * @throws Error with its complaints when it ends before that
   */
  static async start(
    name: string,
    environment: Readonly<Record<string, string>>,
    program = join(services, name, 'src/main.ts'),
  ): Promise<ServiceProcess> {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const child = spawn(process.execPath, ['--no-warnings', program], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // The run itself says when to end, also after Ctrl-C.
      detached: true,
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
        ...environment,
      },
    });
    let complaints = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2_000)));
    const service = new ServiceProcess(child, port, metricsPort);
    const ended = once(child, 'close').then(() => {
      throw new Error(`${name} ended before it was ready: ${complaints}`);
    });
    try {
      await Promise.race([once(child, 'message', { signal: interruption.signal }), ended]);
    } catch (error) {
      await service.stop();
      throw error;
    }
    ended.catch(() => undefined);
    return service;
  }

  /** Asks its metrics what it used so far. */
  async usage(): Promise<Usage> {
    const lines = (await (await fetch(this.#metrics)).text()).split('\n');
    const total = (name: string) =>
      lines
        .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
        .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
    // Every process has used some of both.
    if (total('process_cpu_time_total') === 0 || total('process_memory_usage') === 0)
      throw new Error(`no usage stands at ${this.#metrics}`);
    return {
      cpu: total('process_cpu_time_total') * 1000,
      memory: total('process_memory_usage'),
      writes: total('tickets_writes_batch_size_sum'),
      transactions: total('tickets_writes_batch_size_count'),
    };
  }

  /** Stops it as an operator would. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGTERM');
    const cut = setTimeout(() => this.#child.kill('SIGKILL'), stopGrace);
    await closed;
    clearTimeout(cut);
  }
}
