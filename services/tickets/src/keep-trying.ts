import { setTimeout as delay } from 'node:timers/promises';
import { NotYetError } from './store/not-yet-error.ts';

type Options = {
  /** Told why it must wait: at first, when the reason changes, and every `reminder` milliseconds. */
  readonly tell: (why: string) => void;
  readonly reminder: number;
  /** How long to go on, in milliseconds; forever by default. */
  readonly patience?: number;
  /** How long to wait between two attempts, in milliseconds. */
  readonly pause?: number;
};

/** Attempts something that the database cannot do yet, until it can. @throws NotYetError when the patience is over */
export async function keepTrying<T>(
  attempt: () => Promise<T>,
  { tell, reminder, patience = Infinity, pause = 1_000 }: Options,
): Promise<T> {
  const began = performance.now();
  let told = { why: '', at: began };
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const now = performance.now();
      if (!(error instanceof NotYetError) || now - began >= patience) throw error;
      if (error.message !== told.why || now - told.at >= reminder) {
        told = { why: error.message, at: now };
        tell(error.message);
      }
      await delay(pause);
    }
  }
}
