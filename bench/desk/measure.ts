import { interruption } from './interruption.ts';

/** What clients saw that called one after the other, each as soon as it was answered. */
export type Measured = {
  /** How many calls went well. */
  readonly calls: number;
  readonly callsPerSecond: number;
  /** How long the calls that went well took, in milliseconds; undefined when none did. */
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  /** How many calls failed, by code. */
  readonly errors: ReadonlyMap<string, number>;
};

/** Calls for so many seconds by so many clients at once. Calls that run at the end are awaited and count. */
export async function measure(
  call: () => Promise<void>,
  clients: number,
  seconds: number,
): Promise<Measured> {
  const took: number[] = [];
  const errors = new Map<string, number>();
  const began = performance.now();
  const end = began + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      interruption.signal.throwIfAborted();
      const start = performance.now();
      try {
        await call();
        took.push(performance.now() - start);
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        const name = code ?? message;
        errors.set(name, (errors.get(name) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  const percentile = (part: number) => took[Math.ceil(took.length * part) - 1];
  return {
    calls: took.length,
    callsPerSecond: took.length / elapsed,
    p50: percentile(0.5),
    p99: percentile(0.99),
    errors,
  };
}
