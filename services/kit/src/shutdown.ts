import { StartError } from './config.ts';

/** What a program holds; closed last opened first. */
export type Closer = () => Promise<void> | void;

/** sysexits.h EX_CONFIG: starting again will not help until somebody mends what the sentence names. */
const exitConfig = 78;

/**
 * Runs a program until a signal stops it, also while it is still starting. A StartError ends it with its one sentence on standard error and exit
 * code 78. A starter that is connected by IPC learns when the program is ready, and its end stops the program.
 * @param start opens everything and answers what closes it again.
 */
export async function run(start: () => Promise<Closer>): Promise<void> {
  try {
    const stopped = signalled();
    const close = await Promise.race([start(), stopped]);
    if (close !== undefined) {
      process.send?.('ready');
      await stopped;
      await close();
    }
    process.exit(0);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(exitConfig);
  }
}

function signalled(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
      process.once(signal, () => resolve(undefined));
  });
}
