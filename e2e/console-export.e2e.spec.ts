import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser, openWindow, type Window } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';
import { seedTickets } from './seed-tickets.ts';

const all = 100_000;

describeInBrowser('the list as a file', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let staff: Window;

  beforeAll(async () => {
    await seedTickets(folder, all, 60);
    desk = await startDesk({
      PORT: String(await freePort()),
      DATA_DIR: folder,
      DEMO: '0',
      RATE_LIMIT: 'off',
    });
    browser = await launchBrowser();
    staff = await openWindow(browser, desk.url, { locale: 'en-GB' });
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const show = async (way: string) => {
    await staff.page.goto(way);
    await staff.page.locator('a.title').first().waitFor();
  };

  /** Saves the list on show; answers the numbers of its tickets, and the lines. */
  const save = async () => {
    const { page } = staff;
    const downloading = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Save this list as CSV' }).click();
    const file = readFileSync(await (await downloading).path(), 'utf8');
    const lines = file.split(/\r\n(?=\d|$)/);
    return { file, numbers: lines.slice(1, -1).map((line) => Number(/^\d+/.exec(line))) };
  };

  const count = async (statuses: readonly string[]) => {
    const { body } = await callJson(desk.url, 'campus.helpdesk.v1.HelpdeskService/CountTickets', {});
    return (body.counts as { status: string; count: number }[])
      .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
      .reduce((sum, one) => sum + one.count, 0);
  };

  it('holds every one of a hundred thousand tickets, while the page goes on answering', async () => {
    const { page } = staff;
    await show('/console');
    const saving = save();
    await page.locator('desk-export-strip progress').waitFor();
    // The page answers while the file is made.
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    const { file, numbers } = await saving;
    expect(numbers.length).toBe(all);
    expect(await count([])).toBe(all);
    expect(new Set(numbers).size).toBe(all);
    expect(file.startsWith('\ufeffNumber,Title,Description,')).toBe(true);
    expect(/^(?:[^"\r\n]*,)?[=+\-@]/m.test(file.replace(/"(?:[^"]|"")*"/g, ''))).toBe(false);
    await page.getByText('100,000 tickets saved as CSV.').waitFor();
  }, 90_000);

  it('holds what the list holds, no more', async () => {
    await show('/console?status=active&order=opened-oldest');
    const { numbers } = await save();
    expect(numbers.length).toBe(await count(['STATUS_ACTIVE']));
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it('is not saved when it is cancelled, and can be begun again', async () => {
    const { page } = staff;
    await show('/console');
    let saved = 0;
    page.on('download', () => saved++);
    await page.getByRole('button', { name: 'Save this list as CSV' }).click();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.locator('desk-export-strip progress').waitFor({ state: 'detached' });
    expect(saved).toBe(0);
    await show('/console?status=open');
    expect((await save()).numbers.length).toBe(await count(['STATUS_OPEN']));
  });
});
