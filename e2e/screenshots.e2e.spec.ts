import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from './browser.ts';
import { enter, pageStates } from './page-states.ts';
import { setScene, type Scene } from './scene.ts';

/** The pages that have a picture in both schemes. */
const inBoth = [
  'entry',
  'portal',
  'report-refused',
  'receipt',
  'ticket',
  'ticket-conflict',
  'console',
  'console-ticket',
  'analyses',
];

/** Those that are made of the same parts. */
const inLight = [
  'not-found',
  'portal-mine',
  'portal-no-match',
  'portal-unreachable',
  'report',
  'report-similar',
  'report-private',
  'outbox',
  'qr-labels',
  'ticket-edited',
  'ticket-gone',
  'ticket-closed-meanwhile',
  'console-selected',
  'console-keys',
  'console-palette',
  'resolution',
  'analyses-arranged',
];

/** Those where the longest words have to fit as well. */
const inGerman = ['entry', 'portal', 'report', 'ticket', 'console', 'console-ticket', 'analyses'];

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** As the theme has it, as far as no page brings a font along. */
const fontFamily = 'Inter, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

const kept = join(import.meta.dirname, 'screenshots');
const drawnWithFile = join(kept, 'drawn-with.txt');
const renews = process.env.UPDATE_SCREENSHOTS === '1';

// Another browser, or another font, draws everything anew.
const here = process.env.CHROMIUM_PATH === undefined ? '' : await drawnWith();
const there = renews ? here : readFileSync(drawnWithFile, 'utf8').trim();
if (here !== '' && here !== there)
  process.stderr.write(
    `\nSKIPPED, NOT TESTED. The screenshots were drawn by ${there}; this is ${here}. ` +
      'UPDATE_SCREENSHOTS=1 takes them anew.\n',
  );

(here === there ? describeInBrowser : describe.skip)('every page, to the eye', () => {
  const taken = mkdtempSync(join(tmpdir(), 'campus-desk-screenshots-'));
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene();
  }, 180_000);

  afterAll(() => scene.end());

  // German first: what is done in the English ones leads to more tickets.
  it.each(inGerman)('has its picture taken: %s, in German', (name) => takePictures(name, 'de', ['light']));

  it.each(inLight)('has its picture taken: %s', (name) => takePictures(name, 'en', ['light']));

  it.each(inBoth)('has its picture taken: %s, light and dark', (name) =>
    takePictures(name, 'en', ['light', 'dark']),
  );

  it('looks as it did', () => {
    const program = join(import.meta.dirname, 'pictures.ts');
    const order = renews ? 'keep' : 'compare';
    expect(execFileSync(process.execPath, [program, order, taken, kept], { encoding: 'utf8' })).toBe('');
    if (renews) writeFileSync(drawnWithFile, `${here}\n`);
    // Otherwise it stays, to be looked at.
    rmSync(taken, { recursive: true });
  });

  async function takePictures(name: string, language: string, schemes: readonly ('light' | 'dark')[]) {
    const { page } = scene;
    await page.setViewportSize(sizes[1]!);
    await enter(
      pageStates.find((state) => state.name === name)!,
      scene,
      { language },
    );
    for (const size of sizes)
      for (const colorScheme of schemes) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        writeFileSync(
          join(taken, `${name}.${language}.${colorScheme}.${size.width}.png`),
          await atRest(page),
        );
      }
  }
});

/** A picture of the window like the one before it, if that can be had. */
async function atRest(page: Page): Promise<Buffer> {
  let before = await page.screenshot();
  for (let tries = 0; tries < 5; tries++) {
    const now = await page.screenshot();
    if (now.equals(before)) break;
    before = now;
  }
  return before;
}

/** The browser, and the font that this machine has for the page. */
async function drawnWith(): Promise<string> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent(`<p style='font-family: ${fontFamily}'>Campus Desk</p>`);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  const major = browser.version().split('.', 1)[0];
  await browser.close();
  return `Chromium ${major}, ${fonts[0]?.familyName}`;
}
