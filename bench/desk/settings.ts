import { readConfig } from '@campus-desk/kit/config';
import { z } from 'zod';

/** A whole number. */
export const count = (least: number) =>
  z.coerce.number('must be a number').int('must be a whole number').min(least, `must be at least ${least}`);

/** Whole numbers from 1 on. */
export const counts = z
  .string()
  .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8})*$/, 'must be numbers such as 1,8,64')
  .transform((list) => list.split(',').map(Number));

/** The server, as `mysql://user:password@host:3306/any`; databases are created on it and dropped again. */
export const server = z
  .string('is missing: give mysql://user:password@host:3306/any')
  .regex(/^mysql:\/\//, 'must be mysql://…');

/** What a run reads from the environment. */
export type Settings = ReturnType<typeof readSettings>;

/** Reads what is to be measured. @throws StartError that names every wrong variable */
export function readSettings() {
  const config = readConfig({
    BENCH_DATABASE_URL: server,
    /** How long each row is measured, in seconds. */
    BENCH_SECONDS: count(1).default(5),
    /** With how many clients at once. */
    BENCH_CLIENTS: counts.default([1, 8, 64]),
    /** On how many replicas of the ticket service. */
    BENCH_REPLICAS: counts.default([1, 2]),
    /** How many tickets there are before. */
    BENCH_TICKETS: count(100).default(20_000),
  });
  return {
    server: config.BENCH_DATABASE_URL,
    seconds: config.BENCH_SECONDS,
    clients: config.BENCH_CLIENTS,
    replicas: config.BENCH_REPLICAS,
    tickets: config.BENCH_TICKETS,
  };
}
