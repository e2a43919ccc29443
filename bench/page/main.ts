// Measures the page: how fast the first pages are on Lighthouse's throttled phone, and the frames of the helpdesk's table
// while it is scrolled: `npm run bench:page`. The tables are Markdown.
import { readConfig, StartError } from '@campus-desk/kit/config';
import { findChromium } from '../../scripts/machine.ts';
import { load, machine } from '../desk/conditions.ts';
import { count } from '../desk/settings.ts';
import { benchFirstPages } from './first-pages.ts';
import { benchScrolling } from './scrolling.ts';

try {
  const { BENCH_RUNS, BENCH_TICKETS } = readConfig({
    /** How often Lighthouse sees each page; the medians count. 0 leaves it out. */
    BENCH_RUNS: count(0).default(3),
    /** How many tickets are behind the table that is scrolled. 0 leaves it out. */
    BENCH_TICKETS: count(0).default(100_000),
  });
  const chromium = findChromium();
  if (chromium === undefined)
    throw new StartError('There is no Chromium: install chromium, or name one by CHROMIUM_PATH.');
  process.stdout.write(`\n- machine: ${machine()}\n- load average (1 / 5 min) at the start: ${load()}\n`);
  if (BENCH_RUNS > 0) await benchFirstPages(chromium, BENCH_RUNS);
  if (BENCH_TICKETS > 0) await benchScrolling(chromium, BENCH_TICKETS);
  process.stdout.write(`\nLoad average (1 / 5 min) at the end: ${load()}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 78;
}
