import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { describeInBrowser, launchBrowser, openTab, openWindow, type Window } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

describeInBrowser('who else is at a ticket', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let staff: Window;
  let ticket: string;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder, RATE_LIMIT: 'off' });
    browser = await launchBrowser();
    const { body } = await callJson(desk.url, 'campus.portal.v1.PortalService/CreateTicket', {
      description: 'The gate of the car park does not open',
      requestId: randomUUID(),
    });
    ticket = String(body.ticket.id);
    staff = await openWindow(browser, desk.url, { locale: 'en-GB' });
    await staff.page.goto(`/console/tickets/${ticket}?status=open`);
    await staff.page.locator('desk-ticket-panel h2').waitFor();
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const line = ({ page }: Window) => page.locator('desk-presence-line');
  const gone = (what: Locator) => what.waitFor({ state: 'detached' });

  it('is said of others, not of oneself', async () => {
    await staff.page.locator('.state.live').waitFor();
    const colleague = await openWindow(browser, desk.url, { locale: 'en-GB' });
    await colleague.page.goto(`/console/tickets/${ticket}`);
    const viewing = line(staff).getByText('Somebody else at the helpdesk is looking at it.');
    await viewing.waitFor();
    await line(colleague).getByText('Somebody else at the helpdesk is looking at it.').waitFor();
    // In the row as well, for who looks at the list.
    await staff.page
      .locator('tr', { hasText: 'The gate of the car park' })
      .locator('desk-presence-mark .mark')
      .waitFor();

    await colleague.page.getByRole('textbox', { name: 'Reply' }).pressSequentially('We');
    await line(staff).getByText('Somebody else at the helpdesk is writing.').waitFor();
    await colleague.page.goto('/console');
    await gone(line(staff).locator('p'));
    await gone(staff.page.locator('desk-presence-mark .mark'));
    await colleague.page.context().close();
  });

  it('is said of people on campus too, also by tabs that joined later, and ends when the window is closed', async () => {
    const user = await openWindow(browser, desk.url, { locale: 'en-GB', width: 360, height: 740 });
    await user.page.goto(`/portal/tickets/${ticket}`);
    await line(staff).getByText('Somebody on campus is looking at it.').waitFor();
    const second = await openTab(staff.page.context());
    await second.page.goto('/console?status=open');
    const mark = second.page.locator('desk-presence-mark', { hasText: 'Somebody on campus' });
    await mark.waitFor();
    await user.page.getByRole('textbox', { name: 'Your message' }).pressSequentially('It');
    await line(staff).getByText('Somebody on campus is writing.').waitFor();
    await user.page.close({ runBeforeUnload: true });
    await gone(line(staff).locator('p'));
    await gone(mark);
    expect([staff.errors, second.errors, user.errors]).toEqual([[], [], []]);
  });
});
