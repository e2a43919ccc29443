import { describe, jest } from '@jest/globals';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { chromiumOptions } from './chromium-options.ts';

// A browser on a busy machine is late now and then: a test that fails is tried once more, and its first failure is told.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });

/** Describes tests that need a browser: Chromium at CHROMIUM_PATH, which the runner of the tests sets. */
export const describeInBrowser = process.env.CHROMIUM_PATH === undefined ? describe.skip : describe;

/**
 * Starts a browser of its own, with a fresh profile. Look for strings in it, not for regular expressions: those of
 * Jest's sandbox are none to Playwright.
 */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(launch());
}

/** Starts a browser whose profile stays in a folder, as people's does. */
export function launchProfile(folder: string, url: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...launch(), baseURL: url });
}

function launch() {
  return {
    executablePath: String(process.env.CHROMIUM_PATH),
    args: [...chromiumOptions],
  };
}

/**
 * Waits until an expression of the page holds, at most 10 seconds; answers whether it does. Playwright's own way needs
 * the `eval` that the page's security policy forbids.
 */
export async function holds(page: Page, expression: string): Promise<boolean> {
  const end = Date.now() + 10_000;
  while (!(await page.evaluate<boolean>(expression))) {
    if (Date.now() > end) return false;
    await page.waitForTimeout(20);
  }
  return true;
}

/** A window of somebody's own, and what went wrong in it: errors of the page and of its console. */
export type Window = { readonly page: Page; readonly errors: readonly string[] };

/**
 * Opens a window that shares nothing with others.
 * @param options.installed with the service worker, which else stays out of tests that are not about it
 */
export async function openWindow(
  browser: Browser,
  url: string,
  {
    width = 1280,
    height = 800,
    installed = false,
    ...more
  }: BrowserContextOptions & { width?: number; height?: number; installed?: boolean } = {},
): Promise<Window> {
  const context = await browser.newContext({
    ...more,
    baseURL: url,
    viewport: { width, height },
    serviceWorkers: installed ? 'allow' : 'block',
  });
  return openTab(context);
}

/** Opens one more tab in the browser of a window. */
export async function openTab(context: BrowserContext): Promise<Window> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}
