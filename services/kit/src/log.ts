import { pino, type Logger } from 'pino';

export type { Logger };

/** A JSON logger on standard output. What people write (texts, names) never goes into it. */
export function createLogger(service: string, level: string): Logger {
  return pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime });
}
