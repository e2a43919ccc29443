// Measures how fast the first pages are on Lighthouse's throttled phone, of a desk as `npm start` runs it:
// `npm run bench:page`. BENCH_RUNS runs (3), of which the medians count; the tables are Markdown.
import { readConfig, StartError } from '@campus-desk/kit/config';
import { rmSync } from 'node:fs';
import { dataFolder, freePort, startDesk } from '../../e2e/desk-process.ts';
import { firstPages } from '../../e2e/first-pages.ts';
import { auditPage, type PageAudit } from '../../e2e/page-audit.ts';
import { findChromium } from '../../scripts/machine.ts';
import { load, machine } from '../desk/conditions.ts';
import { say } from '../desk/progress.ts';
import { count } from '../desk/settings.ts';
import { number, print } from '../desk/table.ts';

try {
  const { BENCH_RUNS } = readConfig({ BENCH_RUNS: count(1).default(3) });
  const chromium = findChromium();
  if (chromium === undefined)
    throw new StartError('There is no Chromium: install chromium, or name one by CHROMIUM_PATH.');
  await bench(BENCH_RUNS, chromium);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 78;
}

async function bench(runs: number, chromium: string): Promise<void> {
  process.stdout.write(`\n- machine: ${machine()}\n- load average (1 / 5 min) at the start: ${load()}\n`);
  const folder = dataFolder();
  const desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder });
  const rows: string[][] = [];
  try {
    for (const { name, way } of await firstPages(desk.url)) {
      const audits: PageAudit[] = [];
      for (let run = 1; run <= runs; run++) {
        say(`${name}, run ${run} of ${runs}`);
        audits.push(await auditPage(desk.url + way, chromium));
      }
      rows.push([name, way, ...cells(audits)]);
    }
  } finally {
    await desk.stop();
    rmSync(folder, { recursive: true });
  }
  print(`Lighthouse, on its throttled phone: the medians of ${runs} runs`, [
    [
      'page',
      'address',
      'performance (worst)',
      'accessibility',
      'best practices',
      'first content ms',
      'largest content ms',
      'blocked ms',
      'layout shift',
    ],
    ...rows,
  ]);
  process.stdout.write(`\nLoad average (1 / 5 min) at the end: ${load()}\n`);
}

function cells(audits: readonly PageAudit[]): string[] {
  const median = (of: (audit: PageAudit) => number) =>
    audits.map(of).sort((a, b) => a - b)[Math.floor(audits.length / 2)]!;
  const worst = Math.min(...audits.map(({ performance }) => performance));
  return [
    `${median((audit) => audit.performance)} (${worst})`,
    String(median((audit) => audit.accessibility)),
    String(median((audit) => audit.bestPractices)),
    number(median((audit) => audit.firstContent)),
    number(median((audit) => audit.largestContent)),
    number(median((audit) => audit.blocked)),
    median((audit) => audit.layoutShift).toFixed(3),
  ];
}
