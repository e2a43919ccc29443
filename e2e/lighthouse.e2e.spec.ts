import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { describeInBrowser } from './browser.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';
import { firstPages, type FirstPage } from './first-pages.ts';
import { auditPage } from './page-audit.ts';

// How fast the pages are is measured by `npm run bench:page`: a busy machine would fail it here.
describeInBrowser('the first pages, to Lighthouse', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let pages: readonly FirstPage[];

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder });
    pages = await firstPages(desk.url);
  }, 180_000);

  afterAll(async () => {
    await desk.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(['entry', 'portal', 'report', 'ticket', 'console', 'console, a ticket', 'analyses'])(
    '%s: accessible, by best practices, and hardly shifting',
    async (name) => {
      const { way } = pages.find((page) => page.name === name)!;
      const audit = await auditPage(desk.url + way, String(process.env.CHROMIUM_PATH), 'unthrottled');
      expect(audit).toMatchObject({ accessibility: 100, bestPractices: 100, findings: [] });
      // What is good to Lighthouse: where the desk answers late, a ticket's messages push down what stands below them.
      expect(audit.layoutShift).toBeLessThan(0.1);
    },
  );
});
