import type { Cost } from './cost.ts';
import type { Measured } from './measure.ts';

/** Something that was called by one number of clients after another. */
export type Row = {
  readonly operation: string;
  readonly path: string;
  readonly byClients: readonly Measured[];
};

/** What a call cost, by the largest number of clients. */
export type CostRow = { readonly operation: string; readonly path: string; readonly cost: Cost };

/** Prints calls per second, percentiles and errors as Markdown. */
export function printRows(title: string, clients: readonly number[], rows: readonly Row[]): void {
  const unit = (count: number) => `${count} client${count === 1 ? '' : 's'}`;
  print(title, [
    ['call', 'path', ...clients.flatMap((count) => [`${unit(count)}: calls/s`, 'p50 / p99 ms']), 'errors'],
    ...rows.map(({ operation, path, byClients }) => [
      operation,
      path,
      ...byClients.flatMap(({ callsPerSecond, p50, p99 }) => [
        number(callsPerSecond),
        `${number(p50)} / ${number(p99)}`,
      ]),
      byClients
        .map(({ errors }) => errorText(errors))
        .join('; ')
        .replace(/^(0; )*0$/, '0'),
    ]),
  ]);
}

/** Prints CPU time, memory and writes per transaction as Markdown. */
export function printCosts(title: string, rows: readonly CostRow[]): void {
  const kinds = ['tickets', 'gateway', 'clients'] as const;
  const withRest = [...kinds, 'rest'] as const;
  print(title, [
    [
      'call',
      'path',
      ...withRest.map((kind) => `${kind}: CPU ms / 1,000 calls`),
      ...kinds.map((kind) => `${kind}: MB`),
      'writes / transaction',
    ],
    ...rows.map(({ operation, path, cost }) => [
      operation,
      path,
      ...withRest.map((kind) => number(cost.cpu[kind])),
      ...kinds.map((kind) => number(cost.memory[kind] / 1024 ** 2)),
      number(cost.writesPerTransaction),
    ]),
  ]);
}

function errorText(errors: Measured['errors']): string {
  return [...errors].map(([code, count]) => `${count} ${code}`).join(', ') || '0';
}

/** A number for people; a dash where there is none. */
export function number(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

/** Prints rows of text under a head, as Markdown. */
export function print(title: string, [head, ...rows]: readonly (readonly string[])[]): void {
  const numbers = head!.map((_name, column) => (column < 2 ? '---' : '---:'));
  const lines = [head!, numbers, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(`\n${title}\n\n${lines.join('\n')}\n`);
}
