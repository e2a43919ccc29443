import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

describeInBrowser('the tabs of a browser', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let context: BrowserContext;
  /** The streams of tickets that the tabs have open. */
  const open = new Map<Page, Set<Request>>();

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder, RATE_LIMIT: 'off' });
    browser = await launchBrowser();
    context = await browser.newContext({ baseURL: desk.url });
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const openTab = async () => {
    const page = await context.newPage();
    const streams = new Set<Request>();
    open.set(page, streams);
    page.on('request', (request) => {
      if (request.url().endsWith('/WatchTickets')) streams.add(request);
    });
    page.on('requestfailed', (request) => streams.delete(request));
    page.on('requestfinished', (request) => streams.delete(request));
    page.on('close', () => open.delete(page));
    await page.goto('/portal');
    await page.locator('desk-ticket-card').first().waitFor();
    return page;
  };

  const report = async (description: string) => {
    await callJson(desk.url, 'campus.portal.v1.PortalService/CreateTicket', {
      description,
      requestId: randomUUID(),
    });
  };

  const streams = () => [...open.values()].reduce((sum, { size }) => sum + size, 0);

  const shows = (page: Page, text: string) =>
    page.locator('desk-ticket-card', { hasText: text }).first().waitFor({ timeout: 20_000 });

  it('share one stream, also while the tab that has it open is closed or loaded again', async () => {
    const first = await openTab();
    await report('Shared number 1: the lamp flickers');
    await shows(first, 'Shared number 1:');
    const [second, third] = [await openTab(), await openTab()];
    await report('Shared number 2: the lamp flickers');
    for (const page of [first, second, third]) await shows(page, 'Shared number 2:');
    expect(streams()).toBe(1);
    expect(open.get(first)?.size).toBe(1);

    const steps = [() => first.close(), () => second.reload(), openTab, () => third.reload()];
    for (let number = 3; number < 43; number++) {
      if (number % 10 === 5) await steps.shift()!();
      await report(`Shared number ${number}: the lamp flickers`);
    }
    for (const page of open.keys()) {
      await shows(page, 'Shared number 42:');
      for (let number = 20; number < 43; number++)
        expect(await page.locator('desk-ticket-card', { hasText: `Shared number ${number}:` }).count()).toBe(
          1,
        );
    }
    expect(streams()).toBe(1);
  }, 120_000);
});
