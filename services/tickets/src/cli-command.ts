import { parseArgs } from 'node:util';
import type { Plan } from './demo/lives.ts';

/** What the command line can be asked for. */
export type CliCommand =
  | {
      readonly name: 'migrate';
      /** How long to wait for a server, in milliseconds. */ readonly patience: number;
    }
  | { readonly name: 'seed'; /** Undefined asks for the demo year. */ readonly plan: Plan | undefined }
  | { readonly name: 'verify'; /** Whether wrong counters are rewritten. */ readonly mends: boolean };

export const usage = `usage: node services/tickets/src/cli.ts COMMAND

  migrate [--wait SECONDS]
            brings the tables up to this version; creates them in an empty database;
            waits so long for a server that cannot be reached
  seed      fills an empty desk with a demo year of 150 tickets; leaves any other as it is
  seed --tickets N [--months M] [--seed S] [--until TIME]
            fills an empty desk with N tickets like those of the demo year, opened in the M months (12)
            before today, or before the day of TIME (as 2026-10-01T00:00:00Z), in CAMPUS_TIME_ZONE; the same
            numbers and the same day give the same tickets, another S (1) others. Stop the desk meanwhile.
            What a seed that was cut off has left, the next one takes away
  verify [--rebuild]
            compares the counters with a count of all tickets, and each ticket with its changes and messages;
            lists what differs and ends with 1 if anything does; the desk may run. --rebuild rewrites the counters

The database is the one that DATABASE_URL (with DATABASE_PASSWORD_FILE) or DATA_DIR names.
`;

const options = {
  migrate: { wait: { type: 'string', default: '0' } },
  seed: {
    tickets: { type: 'string' },
    months: { type: 'string' },
    seed: { type: 'string' },
    until: { type: 'string' },
  },
  verify: { rebuild: { type: 'boolean', default: false } },
} as const;

/** What somebody asks for; undefined where it cannot be understood. */
export function parseCommand(args: readonly string[]): CliCommand | undefined {
  const [name, ...rest] = args;
  try {
    if (name === 'migrate') {
      const { wait } = parseArgs({ args: rest, options: options.migrate }).values;
      return { name, patience: wholeNumber(wait, 0, 999_999) * 1_000 };
    }
    if (name === 'seed')
      return { name, plan: planOf(parseArgs({ args: rest, options: options.seed }).values) };
    if (name === 'verify')
      return { name, mends: parseArgs({ args: rest, options: options.verify }).values.rebuild };
  } catch {
    // What parseArgs throws says less than the usage.
  }
  return undefined;
}

type PlanOptions = { readonly [Name in keyof (typeof options)['seed']]?: string | undefined };

function planOf(given: PlanOptions): Plan | undefined {
  const { tickets, months = '12', seed = '1', until = new Date().toISOString() } = given;
  if (Object.keys(given).length === 0) return undefined;
  const time = Date.parse(until);
  if (Number.isNaN(time)) throw new RangeError(`not a time: ${until}`);
  return {
    tickets: wholeNumber(tickets, 1, 100_000_000),
    months: wholeNumber(months, 1, 1_200),
    seed: wholeNumber(seed, 0, 2 ** 32 - 1),
    until: time,
  };
}

function wholeNumber(text: string | undefined, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text ?? '') ? Number(text) : NaN;
  if (!(number >= least && number <= most))
    throw new RangeError(`not a number from ${least} to ${most}: ${text}`);
  return number;
}
