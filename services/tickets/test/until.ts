import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until a condition holds; the test's own time limit ends it when it never does.
 * @param interval how often it is looked at, in milliseconds
 */
export async function until(holds: () => boolean | Promise<boolean>, interval = 2): Promise<void> {
  while (!(await holds())) await delay(interval);
}
