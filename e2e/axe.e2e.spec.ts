import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser, holds } from './browser.ts';
import { enter, pageStates } from './page-states.ts';
import { setScene, type Scene } from './scene.ts';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How it is looked at: all rules in each size, the colours in both schemes. */
const looks = [
  { size: { width: 1280, height: 800 }, colorScheme: 'light', rules: undefined },
  { size: { width: 1280, height: 800 }, colorScheme: 'dark', rules: ['color-contrast'] },
  { size: { width: 360, height: 740 }, colorScheme: 'dark', rules: undefined },
  { size: { width: 360, height: 740 }, colorScheme: 'light', rules: ['color-contrast'] },
] as const;

/** The narrowest phone, and a desktop of 1280 by 800 enlarged twice. */
const narrow = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
];

/** Whether the page is as wide as its window. */
const FITS = 'document.documentElement.scrollWidth === document.documentElement.clientWidth';

/** What moves for whoever asked for less of it. */
const MOVING = 'document.getAnimations().map(({ animationName }) => String(animationName))';

describeInBrowser('every page in every state', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene();
  }, 180_000);

  afterAll(() => scene.end());

  it.each(pageStates.map((state) => [state.name, state] as const))(
    '%s: axe finds nothing, nothing is too wide, nothing moves',
    async (_name, state) => {
      const { page } = scene;
      await page.setViewportSize({ width: 1280, height: 800 });
      await enter(state, scene);
      const found: string[] = [];
      for (const { size, colorScheme, rules } of looks) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const axe = new AxeBuilder({ page }).setLegacyMode();
        const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(standard)).analyze();
        found.push(
          ...violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${id}: ${target.join(' ')} (${colorScheme}, ${size.width} px)`),
          ),
        );
      }
      for (const size of narrow) {
        await page.setViewportSize(size);
        // Charts follow a moment later.
        if (!(await holds(page, FITS))) found.push(`too wide at ${size.width} px`);
      }
      const moving = await page.evaluate<string[]>(MOVING);
      expect({ found, moving }).toEqual({ found: [], moving: [] });
    },
  );
});
