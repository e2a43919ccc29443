import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser, openWindow, type Window } from './browser.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

const languages = [
  ['de', 'Deutsch', 'Ein Problem melden · Campus Desk'],
  ['fr', 'Français', 'Signaler un problème · Campus Desk'],
  ['it', 'Italiano', 'Segnala un problema · Campus Desk'],
  ['es', 'Español', 'Avisar de un problema · Campus Desk'],
  ['en', 'English', 'Report a problem · Campus Desk'],
] as const;

/** The language of the page, and by how much it is too wide. */
const SHAPE =
  '(({ lang, scrollWidth, clientWidth }) => ({ lang, beyond: scrollWidth - clientWidth }))(document.documentElement)';

describeInBrowser('the page in five languages, on a phone', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let phone: Window;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder });
    browser = await launchBrowser();
    phone = await openWindow(browser, desk.url, { width: 360, height: 740 });
    await phone.page.goto('/portal');
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it.each(languages)('speaks %s at once, and keeps what is typed', async (code, name, title) => {
    const { page } = phone;
    await page.locator('textarea').fill(`Typed before ${name}`);
    await page.locator('desk-language-switch button').click();
    await page.locator('#desk-language-choices').getByText(name, { exact: true }).click();
    await page.locator(`html[lang=${code}]`).waitFor();
    await page.getByRole('button', { name: `${code.toUpperCase()}, ` }).waitFor();
    expect(await page.title()).toBe(title);
    expect(await page.locator('textarea').inputValue()).toBe(`Typed before ${name}`);
  });

  it.each(languages)('remembers %s, and has room for its words on every page', async (code, name, _title) => {
    const { page } = phone;
    await page.locator('desk-language-switch button').click();
    await page.locator('#desk-language-choices').getByText(name, { exact: true }).click();
    await page.locator(`html[lang=${code}]`).waitFor();
    for (const way of [
      '/',
      '/portal',
      '/portal/tickets/1',
      '/report',
      '/report/qr',
      '/console',
      '/console/analysis',
    ]) {
      await page.goto(way);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      const { lang, beyond } = await page.evaluate<{ lang: string; beyond: number }>(SHAPE);
      expect({ way, lang, beyond }).toEqual({ way, lang: code, beyond: 0 });
    }
  });

  it('leaves no error, but what a closed ticket answers at the portal', () => {
    const closed = 'Failed to load resource: the server responded with a status of 404 (Not Found)';
    expect(phone.errors.filter((error) => error !== closed)).toEqual([]);
  });
});
