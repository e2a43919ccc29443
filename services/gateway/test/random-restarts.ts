import { below, oneOf, type Random } from '../../tickets/test/random.ts';
import type { ServiceProcess } from './service-process.ts';

/**
 * Ends programs and starts them again, one after the other, gently or rudely: each in its turn, in an order by chance.
 * @param turn resolves when it is time for the next one; its number counts from 0
 */
export async function restartAtRandom(
  programs: readonly ServiceProcess[],
  count: number,
  random: Random,
  turn: (index: number) => Promise<void>,
): Promise<void> {
  let waiting: ServiceProcess[] = [];
  for (let index = 0; index < count; index++) {
    if (waiting.length === 0) waiting = [...programs];
    const [program] = waiting.splice(below(random, waiting.length), 1);
    await turn(index);
    await program!.stop(oneOf(random, ['SIGKILL', 'SIGTERM']));
    await program!.start();
  }
}
