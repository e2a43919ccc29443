import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chromium as browsers, type Page } from 'playwright-core';
import { chromiumOptions } from '../../e2e/chromium-options.ts';
import { callJson } from '../../e2e/connect-json.ts';
import { dataFolder, freePort, startDesk } from '../../e2e/desk-process.ts';
import { seedTickets } from '../../e2e/seed-tickets.ts';
import { say } from '../desk/progress.ts';
import { number, print } from '../desk/table.ts';

/** How long each row is measured, in milliseconds. */
const duration = 10_000;

/** How many changes of tickets a second the busy rows have. */
const changes = 50;

/** How the table is scrolled: by a wheel that turns steadily, or by its bar, each half second to somewhere else. */
const ways = {
  steadily: `box.scrollTop += 60`,
  'in leaps': `if (now - leapt > 500) { leapt = now; box.scrollTop = Math.random() * box.scrollHeight }`,
} as const;

/** Scrolls the table for a while; answers how long each frame took, in milliseconds. */
const scroll = (way: string) => `new Promise((resolve) => {
  const box = document.querySelector('cdk-virtual-scroll-viewport');
  const frames = [];
  const begun = performance.now();
  let last = begun, leapt = 0;
  const frame = (now) => {
    frames.push(now - last);
    last = now;
    ${way};
    if (box.scrollTop + box.clientHeight >= box.scrollHeight - 1) box.scrollTop = 0;
    if (now - begun < ${duration}) requestAnimationFrame(frame); else resolve(frames.slice(1));
  };
  requestAnimationFrame(frame);
})`;

/**
 * Measures the frames of the helpdesk's table while it is scrolled, how soon its first rows are there, and the memory of
 * the tab, with many tickets behind it on an embedded database.
 * @param chromium where the browser is
 */
export async function benchScrolling(chromium: string, tickets: number): Promise<void> {
  const folder = dataFolder();
  say(`seeding ${number(tickets)} tickets`);
  await seedTickets(folder, tickets);
  const desk = await startDesk({
    PORT: String(await freePort()),
    DATA_DIR: folder,
    DEMO: '0',
    RATE_LIMIT: 'off',
  });
  const browser = await browsers.launch({ executablePath: chromium, args: [...chromiumOptions] });
  const rows: string[][] = [];
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(`${desk.url}/console`);
    await page.locator('a.title').first().waitFor();
    const firstRows: number[] = [];
    for (let visit = 0; visit < 5; visit++) {
      await page.goto(`${desk.url}/`);
      await page.locator('a.work').waitFor();
      const begun = performance.now();
      await page.locator('a.work').click();
      await page.locator('a.title').first().waitFor();
      firstRows.push(performance.now() - begun);
    }
    const open = await newest(desk.url);
    for (const isBusy of [false, true])
      for (const [name, way] of Object.entries(ways)) {
        say(`scrolling ${name}${isBusy ? ' among changes' : ''}`);
        const stop = isBusy ? postMessages(desk.url, open) : undefined;
        const frames = await page.evaluate<number[]>(scroll(way));
        await stop?.();
        rows.push([name, isBusy ? String(changes) : 'none', ...cells(frames), number(await heap(page))]);
      }
    print(
      `The helpdesk's table with ${number(tickets)} tickets behind it; first rows after ${number(median(firstRows))} ms from the press on its door, median of ${firstRows.length}`,
      [
        [
          'scrolled',
          'changes a second',
          'frames a second',
          'frame ms, median',
          'p95',
          'p99',
          'longest',
          'heap MB afterwards',
        ],
        ...rows,
      ],
    );
  } finally {
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

function cells(frames: readonly number[]): string[] {
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const seconds = frames.reduce((sum, frame) => sum + frame, 0) / 1_000;
  return [frames.length / seconds, at(0.5), at(0.95), at(0.99), sorted.at(-1)].map(number);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** What the tab holds once what it has left lying is taken away, in MB. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 ** 2;
}

/** Posts messages under tickets until it is told to stop, as many a second as the busy rows have. */
function postMessages(url: string, tickets: readonly string[]): () => Promise<void> {
  let posted: Promise<unknown> = Promise.resolve();
  let count = 0;
  const timer = setInterval(() => {
    const ticketId = tickets[count++ % tickets.length];
    const request = { ticketId, body: 'Still so.', requestId: randomUUID() };
    posted = Promise.all([posted, callJson(url, 'campus.portal.v1.PortalService/PostMessage', request)]);
  }, 1_000 / changes);
  return async () => {
    clearInterval(timer);
    await posted;
  };
}

/** The numbers of the newest open tickets. */
async function newest(url: string): Promise<readonly string[]> {
  const request = { pageSize: 200, statuses: ['STATUS_OPEN'] };
  const answer = await callJson(url, 'campus.portal.v1.PortalService/ListTickets', request);
  return (answer.body as { tickets: { id: string }[] }).tickets.map(({ id }) => id);
}
