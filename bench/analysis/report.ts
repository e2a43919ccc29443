import type { Measured } from '../desk/measure.ts';
import { number, print } from '../desk/table.ts';
import { load, type Latency } from './latency.ts';

/** A question on a path, asked by one number of clients after another, and the empty call beside it. */
export type Row = {
  readonly question: string;
  readonly path: string;
  readonly byClients: readonly { readonly empty: Measured; readonly asked: Measured }[];
  /** How long MySQL took for the same, asked once, in milliseconds. */
  readonly sql: number;
};

/** What a process takes. */
export type ProcessRow = { readonly name: string; readonly ms: number; readonly bytes: number };

/** Prints how long each analysis took to start, and how much memory it uses since. */
export function printProcesses(title: string, rows: readonly ProcessRow[]): void {
  print(`${title}: the analyses`, [
    ['process', 'start to ready ms', 'memory MB'],
    ...rows.map(({ name, ms, bytes }) => [name, number(ms), number(bytes / 1024 ** 2)]),
  ]);
}

/** Prints the questions beside the limit: the empty call at the same time. */
export function printQuestions(title: string, clients: readonly number[], rows: readonly Row[]): void {
  print(
    `${title}: p50 / p99 in ms, of the question and of an empty call on the same path; how many times its p50`,
    [
      [
        'question',
        'path',
        ...clients.flatMap((count) => [`${count} client${count === 1 ? '' : 's'}`, 'empty', 'times']),
        'errors',
        'plain SQL, once',
      ],
      ...rows.map(({ question, path, byClients, sql }) => [
        question,
        path,
        ...byClients.flatMap(({ empty, asked }) => [pair(asked), pair(empty), times(asked.p50, empty.p50)]),
        number(byClients.reduce((sum, { empty, asked }) => sum + failed(empty) + failed(asked), 0)),
        number(sql),
      ]),
    ],
  );
}

/** Prints how soon watchers knew. */
export function printLatency(title: string, { changes, p50, p99, missed }: Latency): void {
  print(
    `${title}: from the answer to a change until a watcher behind the gateway counts it, ` +
      `${load.watchers} watchers, ${load.changesPerSecond} changes a second`,
    [['changes', 'p50 ms', 'p99 ms', 'never seen'], [changes, p50, p99, missed].map(number)],
  );
}

/**
 * Prints how many times as long questions take with the most tickets as with the fewest; in brackets the same of how
 * they compare with the empty call of their time, which what else the machine did has disturbed alike.
 */
export function printGrowth(fewest: readonly Row[], most: readonly Row[], clients: readonly number[]): void {
  print(
    'p50 with the most tickets, in times of that with the fewest (in brackets: of their times of the empty call)',
    [
      ['question', 'path', ...clients.map((count) => `${count} client${count === 1 ? '' : 's'}`)],
      ...most.map(({ question, path, byClients }, row) => [
        question,
        path,
        ...byClients.map(({ asked, empty }, index) => {
          const before = fewest[row]?.byClients[index];
          const [now, then] = [asked.p50 ?? NaN, before?.asked.p50 ?? NaN];
          const limits = (empty.p50 ?? NaN) / (before?.empty.p50 ?? NaN);
          return `${times(now, then)} (${times(now / limits, then)})`;
        }),
      ]),
    ],
  );
}

function pair({ p50, p99 }: Measured): string {
  return `${fine(p50)} / ${fine(p99)}`;
}

function times(value: number | undefined, of: number | undefined): string {
  return value === undefined || of === undefined ? '–' : (value / of).toFixed(2);
}

function fine(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}

function failed({ errors }: Measured): number {
  return [...errors.values()].reduce((sum, count) => sum + count, 0);
}
