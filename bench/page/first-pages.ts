import { rmSync } from 'node:fs';
import { dataFolder, freePort, startDesk } from '../../e2e/desk-process.ts';
import { firstPages } from '../../e2e/first-pages.ts';
import { auditPage, type PageAudit } from '../../e2e/page-audit.ts';
import { say } from '../desk/progress.ts';
import { number, print } from '../desk/table.ts';

/**
 * Measures the first pages on Lighthouse's throttled phone, of a desk as `npm start` runs it.
 * @param chromium where the browser is
 */
export async function benchFirstPages(chromium: string, runs: number): Promise<void> {
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
