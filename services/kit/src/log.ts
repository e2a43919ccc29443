import { pino, type Logger } from 'pino';

export type { Logger };

/**
 * The JSON logger of a program, on standard output. What people write (texts, names) never goes into it. It also tells
 * the error that nobody caught, by which the program ends.
 */
export function createLogger(service: string, level: string): Logger {
  const log = pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime });
  // Node ends the program then; only watching leaves that as it is.
  process.once('uncaughtExceptionMonitor', (err, origin) => log.fatal({ err, origin }, 'the program ends'));
  return log;
}
