import { interruption } from './interruption.ts';

/** What clients saw that called one after the other, each as soon as it was answered. */
export type Measured = {
  /** How many calls went well. */
  readonly calls: number;
  readonly callsPerSecond: number;
  /** How long the calls that went well took, in milliseconds; undefined when none did. */
  readonly p50: number | undefined;
  readonly p95: number | undefined;
  readonly p99: number | undefined;
  readonly max: number | undefined;
  /** How many calls failed, by code. */
  readonly errors: ReadonlyMap<string, number>;
};

/** How many seconds calls are made until those of another kind have their turn. */
const turn = 0.25;

/** Calls for so many seconds by so many clients at once. Calls that run at the end are awaited and count. */
export async function measure(
  call: () => Promise<void>,
  clients: number,
  seconds: number,
): Promise<Measured> {
  const calls = new Calls(call);
  await calls.make(clients, seconds);
  return calls.measured();
}

/**
 * Measures calls of several kinds for so many seconds each, in short turns, so that whatever else the machine does
 * disturbs them all alike. A part of the time is spent before anything counts.
 */
export async function measureInTurns(
  kinds: readonly (() => Promise<void>)[],
  clients: number,
  seconds: number,
  warmUp: number,
): Promise<readonly Measured[]> {
  for (const call of kinds) await measure(call, clients, seconds * warmUp);
  const all = kinds.map((call) => new Calls(call));
  for (let left = seconds; left > 0; left -= turn)
    for (const calls of all) await calls.make(clients, Math.min(left, turn));
  return all.map((calls) => calls.measured());
}

/** The percentile of some numbers; undefined without any. @param part from 0 to 1 */
export function percentile(numbers: readonly number[], part: number): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * part) - 1];
}

/** Calls of one kind, and how long they took. */
class Calls {
  readonly #call: () => Promise<void>;
  readonly #took: number[] = [];
  readonly #errors = new Map<string, number>();
  #elapsed = 0;

  constructor(call: () => Promise<void>) {
    this.#call = call;
  }

  async make(clients: number, seconds: number): Promise<void> {
    const began = performance.now();
    const end = began + seconds * 1000;
    await Promise.all(Array.from({ length: clients }, () => this.#client(end)));
    this.#elapsed += (performance.now() - began) / 1000;
  }

  measured(): Measured {
    const took = this.#took;
    return {
      calls: took.length,
      callsPerSecond: took.length / this.#elapsed,
      p50: percentile(took, 0.5),
      p95: percentile(took, 0.95),
      p99: percentile(took, 0.99),
      max: percentile(took, 1),
      errors: this.#errors,
    };
  }

  async #client(end: number): Promise<void> {
    while (performance.now() < end) {
      interruption.signal.throwIfAborted();
      const start = performance.now();
      try {
        await this.#call();
        this.#took.push(performance.now() - start);
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        const name = code ?? message;
        this.#errors.set(name, (this.#errors.get(name) ?? 0) + 1);
      }
    }
  }
}
