import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, holds, launchBrowser, openWindow, type Window } from './browser.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

/** Every number that leads to a list, and where it leads. */
const LINKS = `[...document.querySelectorAll('desk-count-link a')]
  .map(({ innerText, href }) => ({ count: Number(innerText.replace(/\\D/g, '')), href }))`;

/** How many rows the table says it has; 0 while it does not know. */
const ROWS = `Number(document.querySelector('desk-ticket-table table').ariaRowCount) - 1`;

/** Reads a table to its end, and answers how many rows it has. */
async function countRows(page: Page): Promise<number> {
  const table = `document.querySelector('cdk-virtual-scroll-viewport')`;
  await page.locator('tr[data-ticket]').first().waitFor();
  for (;;) {
    await page.evaluate(`${table}.scrollTop = ${table}.scrollHeight`);
    const isRead = `document.querySelector('tr[data-index="' + (${ROWS} - 1) + '"]')?.dataset.ticket`;
    if (await holds(page, `Boolean(${isRead})`)) return page.evaluate<number>(ROWS);
  }
}

describeInBrowser('the numbers of the analyses', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let staff: Window;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder, RATE_LIMIT: 'off' });
    browser = await launchBrowser();
    staff = await openWindow(browser, desk.url);
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const links = async (way: string) => {
    await staff.page.goto(way);
    await staff.page.locator('desk-count-link a').first().waitFor();
    return staff.page.evaluate<{ count: number; href: string }[]>(LINKS);
  };

  it.each(['backlog', 'resolution', 'workload'])(
    'lead to as many tickets: %s',
    async (name) => {
      const all = await links(`/console/analysis/${name}?last=365d&months=all`);
      expect(all.length).toBeGreaterThan(7);
      // Of ninety days the last ones.
      for (const { count, href } of all.slice(0, 40)) {
        await staff.page.goto(href);
        expect({ href, found: await countRows(staff.page) }).toEqual({ href, found: count });
      }
    },
    120_000,
  );

  it('are saved as a table and as a picture', async () => {
    const { page } = staff;
    await page.goto('/console/analysis/workload');
    const saved = async (kind: string) => {
      const file = page.waitForEvent('download');
      await page.getByRole('button', { name: kind }).first().click();
      return readFileSync(await (await file).path());
    };
    const csv = (await saved('CSV')).toString();
    expect(csv).toMatch(/^\ufeffCategory,In work,Open\r\n/);
    expect(csv.trim().split('\r\n')).toHaveLength(5);
    expect((await saved('PNG')).subarray(1, 4).toString()).toBe('PNG');
  });

  it('leave no error', () => {
    expect(staff.errors).toEqual([]);
  });
});
