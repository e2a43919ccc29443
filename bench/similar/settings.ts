import { readConfig } from '@campus-desk/kit/config';
import { count, counts, server } from '../desk/settings.ts';

/** What a run reads from the environment. */
export type Settings = ReturnType<typeof readSettings>;

/** Reads what is to be measured. @throws StartError that names every wrong variable */
export function readSettings() {
  const config = readConfig({
    BENCH_DATABASE_URL: server,
    /** How long each row is measured, in seconds. */
    BENCH_SECONDS: count(1).default(5),
    /** With how many clients at once. */
    BENCH_CLIENTS: counts.default([1, 8]),
    /** How many open tickets there are. */
    BENCH_TICKETS: count(100).default(100_000),
  });
  return {
    server: config.BENCH_DATABASE_URL,
    seconds: config.BENCH_SECONDS,
    clients: config.BENCH_CLIENTS,
    tickets: config.BENCH_TICKETS,
  };
}
