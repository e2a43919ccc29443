const began = performance.now();

type Row = { readonly tried: string; readonly seen: string; readonly held: boolean };

const rows: Row[] = [];

/** Says what is being done, with the minutes and seconds since the start. */
export function say(text: string): void {
  const seconds = Math.floor((performance.now() - began) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stdout.write(`[${clock}] ${text}\n`);
}

/** Notes what was tried, what was seen, and whether it held. */
export function check(tried: string, seen: string, held: boolean): void {
  rows.push({ tried, seen, held });
  say(`${held ? 'held' : 'NOT HELD'}: ${tried}: ${seen}`);
}

/** Prints everything that was checked as a table. Answers whether all of it held. */
export function printTable(): boolean {
  const lines = rows.map(({ tried, seen, held }) => [tried, seen, held ? 'held' : '**NOT**']);
  const table = [['tried', 'seen', 'held'], ['---', '---', '---'], ...lines];
  process.stdout.write(`\n${table.map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}\n`);
  const failed = rows.filter(({ held }) => !held).length;
  process.stdout.write(`\n${rows.length - failed} held, ${failed} did not\n`);
  return failed === 0 && rows.length > 0;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
