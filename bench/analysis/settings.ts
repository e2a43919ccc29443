import { readConfig } from '@campus-desk/kit/config';
import { z } from 'zod';
import { count, counts, server } from '../desk/settings.ts';

/** What a run reads from the environment. */
export type Settings = ReturnType<typeof readSettings>;

/** Reads what is to be measured. @throws StartError that names every wrong variable */
export function readSettings() {
  const config = readConfig({
    BENCH_DATABASE_URL: server,
    /** How long each question is measured on each path by each number of clients, in seconds, and the limit as long. */
    BENCH_SECONDS: count(1).default(2),
    /** With how many clients at once. */
    BENCH_CLIENTS: counts.default([1, 8, 64]),
    /** How many tickets to seed, into databases of the run's own, which it drops. */
    BENCH_TICKETS: counts.or(z.literal('none').transform(() => [])).default([10_000, 1_000_000, 10_000_000]),
    /** Databases that are seeded already, by name, measured after the others; the run adds a few tickets to them. */
    BENCH_DATABASES: z
      .string()
      .regex(/^\w+(,\w+)*$/, 'must be names such as desk_10m,desk_1m')
      .transform((list) => list.split(','))
      .default([]),
  });
  return {
    server: config.BENCH_DATABASE_URL,
    seconds: config.BENCH_SECONDS,
    clients: config.BENCH_CLIENTS,
    tickets: config.BENCH_TICKETS,
    databases: config.BENCH_DATABASES,
  };
}
