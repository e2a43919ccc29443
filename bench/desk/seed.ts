import { interruption } from './interruption.ts';
import type { Path } from './path.ts';
import { say } from './progress.ts';

/** How many reports are on their way at once. */
const atOnce = 200;

/** Reports so many problems; their tickets are numbered from 1. */
export async function seed(
  path: Path,
  tickets: number,
  reportOne: (path: Path) => Promise<void>,
): Promise<void> {
  let left = tickets;
  const reporter = async () => {
    while (left > 0) {
      interruption.signal.throwIfAborted();
      const mine = left--;
      if (mine % 5_000 === 0) say(`${tickets - mine} of ${tickets} tickets are there`);
      await reportOne(path);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reporter));
}
