import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import type { Browser, Request } from 'playwright-core';
import { describeInBrowser, launchBrowser, openWindow } from './browser.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';
import { firstPages, type FirstPage } from './first-pages.ts';

/** Something that came over the network. */
type Loaded = {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
  readonly cached: string | undefined;
};

/** In bytes, as they come over the network: of the first view of a door, of a page further in, and of a font. */
const budget = { door: 250_000, further: 275_000, font: 60_000 };

describeInBrowser('what the first view of each page loads', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let pages: readonly FirstPage[];

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder });
    browser = await launchBrowser();
    pages = await firstPages(desk.url);
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  // Browsers take brotli from https and from this machine only; in a network without TLS it is gzip, a tenth more. That
  // much more is taken where the helpdesk comes in.
  it.each([
    ['br', () => pages],
    ['gzip', () => pages.filter(({ way, isDoor }) => isDoor && way !== '/console')],
  ] as const)(
    'is at most 250 kB by %s at the doors, and no font more than 60 kB',
    async (encoding, measured) => {
      const sums: Record<string, number> = {};
      const fonts: Loaded[] = [];
      const tooMuch: string[] = [];
      for (const { name, way, shows, isDoor } of measured()) {
        const loaded = await load(way, shows, encoding);
        const sum = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
        sums[name] = sum;
        if (sum > (isDoor ? budget.door : budget.further)) tooMuch.push(`${name}: ${sum}`);
        fonts.push(...loaded.filter(({ type }) => type === 'font'));
      }
      expect(tooMuch).toEqual([]);
      expect(fonts.filter(({ bytes }) => bytes > budget.font)).toEqual([]);
      // Where nothing was loaded nothing was measured.
      expect(Math.min(...Object.values(sums))).toBeGreaterThan(50_000);
    },
  );

  it('is kept for ever where its name tells its content, and asked for again elsewhere', async () => {
    const loaded = await load('/console/analysis', 'desk-flow-card canvas', 'br');
    const files = loaded.filter(({ path }) => !path.startsWith('/campus.'));
    const hashed = files.filter(({ path }) => /-[\w-]{8}\.(js|css)$/.test(path));
    const rest = files.filter((file) => !hashed.includes(file));
    expect(new Set(hashed.map(({ cached }) => cached))).toEqual(
      new Set(['public, max-age=31536000, immutable']),
    );
    expect(new Set(rest.map(({ cached }) => cached))).toEqual(new Set(['no-cache']));
  });

  /** Opens a page as somebody who was never here, and answers what came for it. */
  async function load(way: string, shows: string, encoding: string): Promise<Loaded[]> {
    const { page } = await openWindow(browser, desk.url, {
      extraHTTPHeaders: { 'accept-encoding': encoding },
      // It loads the rest of the page in the background, once this is done.
      serviceWorkers: 'block',
    });
    const finished: Promise<Loaded>[] = [];
    page.on('requestfinished', (request) => finished.push(toLoaded(request)));
    await page.goto(way);
    await page.locator(shows).first().waitFor();
    const loaded = await Promise.all(finished);
    await page.context().close();
    return loaded;
  }
});

async function toLoaded(request: Request): Promise<Loaded> {
  const [response, { responseBodySize }] = await Promise.all([request.response(), request.sizes()]);
  return {
    path: new URL(request.url()).pathname,
    type: request.resourceType(),
    bytes: responseBodySize,
    cached: response?.headers()['cache-control'],
  };
}
