import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromiumOptions } from './chromium-options.ts';

/** What Lighthouse says of a page: scores of 100, times of its throttled phone in milliseconds. */
export type PageAudit = {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly firstContent: number;
  readonly largestContent: number;
  readonly blocked: number;
  /** How much moved while it loaded: 0 is nothing. */
  readonly layoutShift: number;
  /** What fell short, without what was only timed. */
  readonly findings: readonly string[];
};

type Report = {
  readonly categories: Readonly<
    Record<'performance' | 'accessibility' | 'best-practices', { score: number; auditRefs: { id: string }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { title: string; score: number | null; numericValue?: number; displayValue?: string }>
  >;
};

const lighthouse = join(import.meta.dirname, '../node_modules/lighthouse/cli/index.js');

/**
 * Runs Lighthouse, as it is on its own command line, in a browser of its own.
 * @param chromium where that is
 * @param speed `throttled` as on a phone in a slow network; `unthrottled` is done sooner, and its times mean nothing
 */
export async function auditPage(
  url: string,
  chromium: string,
  speed: 'throttled' | 'unthrottled' = 'throttled',
): Promise<PageAudit> {
  // A busy machine may lose the trace of a run; Lighthouse then asks to be run again.
  const { categories, audits } = await run(url, chromium, speed).catch(() => run(url, chromium, speed));
  const score = (name: keyof Report['categories']) => Math.round(categories[name].score * 100);
  const value = (id: string) => audits[id]?.numericValue ?? NaN;
  const judged = [...categories.accessibility.auditRefs, ...categories['best-practices'].auditRefs];
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    firstContent: value('first-contentful-paint'),
    largestContent: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    layoutShift: value('cumulative-layout-shift'),
    findings: judged
      .map(({ id }) => audits[id])
      .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 1)
      .map((audit) => String(audit?.title)),
  };
}

async function run(url: string, chromium: string, speed: 'throttled' | 'unthrottled'): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      lighthouse,
      url,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      '--only-categories=performance,accessibility,best-practices',
      // The page listens to the desk for ever, so its network never falls silent.
      ...(speed === 'throttled'
        ? ['--max-wait-for-load=15000']
        : ['--max-wait-for-load=5000', '--throttling-method=provided']),
      `--chrome-flags=--headless=new ${chromiumOptions.join(' ')}`,
    ],
    {
      env: { ...process.env, NODE_OPTIONS: '', CHROME_PATH: chromium },
      maxBuffer: 64 * 1024 ** 2,
    },
  );
  return JSON.parse(stdout) as Report;
}
