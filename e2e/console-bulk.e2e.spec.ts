import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Browser, Request } from 'playwright-core';
import { describeInBrowser, holds, launchBrowser, openWindow, type Window } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

describeInBrowser('many tickets at once', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let staff: Window;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder, RATE_LIMIT: 'off' });
    browser = await launchBrowser();
    staff = await openWindow(browser, desk.url, { locale: 'en-GB' });
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const act = async (door: string, deed: string, request: object) => {
    const { body } = await callJson(desk.url, `campus.${door}/${deed}`, {
      requestId: randomUUID(),
      ...request,
    });
    return body;
  };
  const helpdesk = (deed: string, ticketId: string) => act('helpdesk.v1.HelpdeskService', deed, { ticketId });
  const report = async (description: string): Promise<string> =>
    String((await act('portal.v1.PortalService', 'CreateTicket', { description })).ticket.id);
  const statuses = async (text: string): Promise<string[]> => {
    const { body } = await callJson(desk.url, 'campus.helpdesk.v1.HelpdeskService/ListTickets', {
      text,
      pageSize: 100,
    });
    return (body.tickets as { status: string }[]).map(({ status }) => status).sort();
  };
  const button = (name: string) => staff.page.getByRole('button', { name, exact: true });
  const result = (words: string) => staff.page.locator('desk-bulk-strip').getByText(words, { exact: true });

  /** Goes through the list from its first row and selects each by its key. */
  const selectAll = async (count: number) => {
    const { page } = staff;
    await page.keyboard.press('j');
    for (let number = 0; number < count; number++) {
      await page.keyboard.press('x');
      await page.keyboard.press('j');
    }
    await page.getByText(`${count} tickets selected`).waitFor();
  };

  it('are taken up together; what was refused is told by ticket, with its reason, and nothing else is held up', async () => {
    const { page } = staff;
    const tickets: string[] = [];
    for (let number = 1; number <= 12; number++)
      tickets.push(await report(`Batch ${number}: the lamp flickers`));
    await page.goto('/console?status=open&q=batch');
    expect(await holds(page, `document.querySelectorAll('a.title').length === 12`)).toBe(true);
    await selectAll(12);
    // The news of what somebody else does meanwhile stays away.
    await page.route('**/campus.*/WatchTickets', (route) => route.abort());
    await page.reload();
    expect(await holds(page, `document.querySelectorAll('a.title').length === 12`)).toBe(true);
    await selectAll(12);
    await helpdesk('ActivateTicket', tickets[3]!);
    await helpdesk('ActivateTicket', tickets[7]!);
    await helpdesk('CloseTicket', tickets[7]!);
    await button('Activate').click();
    await result('10 done, 2 refused.').waitFor();
    const refused = page.getByRole('list', { name: 'What was refused' }).getByRole('listitem');
    expect(await refused.count()).toBe(2);
    await refused
      .filter({ hasText: `#${tickets[3]}` })
      .getByText('Somebody else took it up at')
      .waitFor();
    await refused
      .filter({ hasText: `#${tickets[7]}` })
      .getByText('Somebody else closed it at')
      .waitFor();
    await page.getByText('2 tickets selected').waitFor();
    expect(await statuses('batch')).toEqual([...Array(11).fill('STATUS_ACTIVE'), 'STATUS_CLOSED']);
    await page.unrouteAll();
  });

  it('are closed after one question, and not when it is answered with no', async () => {
    const { page } = staff;
    await page.goto('/console?status=active&q=batch');
    expect(await holds(page, `document.querySelectorAll('a.title').length === 11`)).toBe(true);
    await selectAll(11);
    await button('Close').click();
    const question = page.getByRole('dialog', { name: 'Close 11 tickets?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await statuses('batch')).toContain('STATUS_ACTIVE');
    await button('Close').click();
    await question.getByRole('button', { name: 'Close' }).click();
    await result('11 done.').waitFor();
    expect(await statuses('batch')).toEqual(Array(12).fill('STATUS_CLOSED'));
  });

  it('are done once each when the line breaks and comes back', async () => {
    const { page } = staff;
    for (let number = 1; number <= 6; number++) await report(`Broken line ${number}: the lamp flickers`);
    await page.goto('/console?status=open&q=broken+line');
    expect(await holds(page, `document.querySelectorAll('a.title').length === 6`)).toBe(true);
    await selectAll(6);
    const requests: Request[] = [];
    let breaks = 3;
    await page.route('**/ActivateTicket', async (route) => {
      requests.push(route.request());
      if (breaks-- > 0) {
        // It arrives, and its answer is lost.
        await route.fetch();
        await route.abort('connectionreset');
      } else {
        await route.continue();
      }
    });
    await button('Activate').click();
    await page.getByText('The desk does not answer at the moment. We try again by ourselves.').waitFor();
    await result('6 done.').waitFor({ timeout: 20_000 });
    expect(await statuses('broken line')).toEqual(Array(6).fill('STATUS_ACTIVE'));
    expect(requests.length).toBe(9);
    expect(new Set(requests.map((request) => request.postDataBuffer()?.toString('base64'))).size).toBe(6);
  });
});
