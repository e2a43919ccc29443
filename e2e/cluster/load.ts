import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Caller } from './caller.ts';
import { interruption } from './command.ts';
import type { Settled } from './inside/settle.ts';
import type { Watched } from './inside/watch.ts';
import { say } from './report.ts';
import { pause } from './until.ts';

/** What a load has seen; times in seconds since it began. */
export type LoadResult = Settled & {
  readonly seconds: number;
  readonly calls: number;
  readonly failed: number;
  readonly firstFailure: number;
  readonly lastFailure: number;
  /** How many calls failed by code. */
  readonly codes: Readonly<Record<string, number>>;
  readonly slowest: { readonly ms: number; readonly rpc: string; readonly at: number };
  /** What the open WatchTickets stream has seen; `missing` are changes that never came. */
  readonly watch: Watched & { readonly missing: number };
};

type Failure = {
  readonly at: number;
  readonly rpc: string;
  readonly code: string;
  readonly message: string;
  readonly ms: number;
};

/** How many failures are told while they happen; all are counted. */
const told = 12;

/** How long the load goes on after the action, in seconds. */
const longEnough = 10;

/** How long nothing may fail, where something did, until it counts as over, in seconds: longer than any call takes. */
const quiet = 17;

/** How long is waited for that at most, in seconds. */
const patience = 180;

/**
 * Does something to a desk that is called all the while, from three seconds before until ten after, or until nothing
 * fails any more.
 * @throws Error when the action fails, or the load itself
 */
export async function underLoad(caller: Caller, action: () => Promise<void>): Promise<LoadResult> {
  const child = spawn('kubectl', caller.execArguments('load.ts'), {
    signal: interruption.signal,
    stdio: 'pipe',
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  const errors = text(child.stderr);
  let result: LoadResult | undefined;
  let failures = 0;
  let failedAt = -Infinity;
  createInterface(child.stdout).on('line', (line) => {
    const said = JSON.parse(line) as Failure & { result?: LoadResult };
    result = said.result;
    if (result !== undefined) return;
    failedAt = performance.now();
    if (++failures <= told) say(`  failed: ${failureText(said)}`);
  });
  try {
    await pause(3);
    await action();
    const done = performance.now();
    const since = (time: number) => (performance.now() - time) / 1000;
    do await pause(1);
    while (since(done) < longEnough || (since(failedAt) < quiet && since(done) < patience));
  } finally {
    child.stdin.end();
    await ended;
  }
  if (result === undefined) throw new Error(`the load ended without a result: ${await errors}`);
  return result;
}

function failureText({ at, rpc, code, message, ms }: Failure): string {
  return `after ${at} s ${rpc.split('.').at(-1)}: ${code} in ${ms} ms: ${message}`;
}

/** Whether nothing that was acknowledged is lost or there twice, and the stream showed every change in order. */
export function isWhole({ lost, twice, watch }: LoadResult): boolean {
  return lost.length === 0 && twice.length === 0 && watch.gaps === 0 && watch.missing === 0;
}

/** Whether it is whole, and no call failed. */
export function isUndisturbed(result: LoadResult): boolean {
  return isWhole(result) && result.failed === 0;
}

/** What a load has seen, in words. */
export function loadText(result: LoadResult): string {
  const { calls, seconds, failed, codes, slowest, tickets, messages, moves, lost, twice, watch } = result;
  const failures = Object.entries(codes).map(([code, count]) => `${count} ${code}`);
  const endings = Object.entries(watch.endings).map(([code, count]) => `${count} ${code}`);
  const span = `, from ${result.firstFailure} s to ${result.lastFailure} s`;
  const parts = [
    `${calls} calls in ${Math.round(seconds)} s, ${failed} failed${failed > 0 ? ` (${failures.join(', ')}${span})` : ''}`,
    `slowest ${slowest.ms} ms (${slowest.rpc.split('/').at(-1)})`,
    `${tickets} tickets, ${messages} messages, ${moves} moves: ${lost.length} lost, ${twice.length} twice`,
    `stream opened ${watch.opened} times${endings.length > 0 ? ` (it ended by ${endings.join(', ')})` : ''}, ` +
      `${watch.changes} changes, ${watch.gaps + watch.missing} missing`,
  ];
  return parts.join('; ');
}
