import { setTimeout as delay } from 'node:timers/promises';
import { interruption } from './command.ts';

/** Waits; ends with the run when that is interrupted. */
export function pause(seconds: number): Promise<void> {
  return delay(seconds * 1000, undefined, { signal: interruption.signal });
}

/**
 * Asks again and again until the answer is not undefined, and answers that.
 * @throws Error that names what was waited for, when `seconds` were not enough
 */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await pause(0.25);
  }
}
