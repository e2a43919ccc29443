import { describe } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Describes tests that need a browser: Chromium at CHROMIUM_PATH, which the runner of the tests sets. */
export const describeInBrowser = process.env.CHROMIUM_PATH === undefined ? describe.skip : describe;

/**
 * Starts a browser of its own, with a fresh profile. Look for strings in it, not for regular expressions: those of
 * Jest's sandbox are none to Playwright.
 */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: String(process.env.CHROMIUM_PATH),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A window of somebody's own, and what went wrong in it: errors of the page and of its console. */
export type Window = { readonly page: Page; readonly errors: readonly string[] };

/** Opens a window that shares nothing with others. */
export async function openWindow(
  browser: Browser,
  url: string,
  { width = 1280, height = 800 }: { width?: number; height?: number } = {},
): Promise<Window> {
  const context = await browser.newContext({ baseURL: url, viewport: { width, height } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}
