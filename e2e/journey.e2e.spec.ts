import { fromBinary } from '@bufbuild/protobuf';
import { ErrorInfoSchema, type ErrorInfo } from '@campus-desk/contract/google/rpc/error_details';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Browser, Response } from 'playwright-core';
import { describeInBrowser, launchBrowser, openWindow, type Window } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

const firstLine = 'The projector in the seminar room shows no picture';

describeInBrowser('a problem from its report to its end, in two windows', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let user: Window;
  let staff: Window;
  let number: string;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder });
    browser = await launchBrowser();
    user = await openWindow(browser, desk.url, { width: 360, height: 740 });
    staff = await openWindow(browser, desk.url);
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('begins at two doors, and with a count of what there is', async () => {
    await user.page.goto('/');
    const counts = user.page.getByText(' in work, ');
    await counts.waitFor();
    expect(await counts.innerText()).toMatch(/^\d+ open, \d+ in work, \d+ closed$/);
    await user.page.getByRole('link', { name: 'Report a problem' }).click();
    await user.page.getByRole('heading', { name: 'Report a problem' }).waitFor();
  });

  it('says what is missing when the report is sent too early, and sends nothing', async () => {
    const before = await ticketCount(desk);
    await user.page.getByRole('button', { name: 'Report', exact: true }).click();
    await user.page.locator('textarea[aria-invalid=true]').waitFor();
    expect(await ticketCount(desk)).toBe(before);
  });

  it('gives the report its number and its category at once', async () => {
    const { page } = user;
    await page
      .getByRole('textbox', { name: 'What is wrong, and where?' })
      .fill(`${firstLine}\nIt worked yesterday.`);
    await page.getByRole('textbox', { name: 'Where (optional)' }).fill('Room 2.14');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const heading = page.getByRole('heading', { name: 'is with us.' });
    await heading.waitFor();
    number = String(/\d+/.exec(await heading.innerText())?.[0]);
    await page
      .getByRole('region', { name: `#${number} is with us.` })
      .getByText('Technical IT')
      .waitFor();
    await page.getByRole('link', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: firstLine }).waitFor();
  });

  it('shows the new ticket to the helpdesk, which finds it by its words', async () => {
    const { page } = staff;
    await page.goto('/console');
    await page.getByRole('searchbox', { name: 'Search' }).fill('projector seminar pict');
    const row = page.getByRole('row').filter({ hasText: 'The projector in the seminar room' });
    await row.getByRole('link').click();
    await page.waitForURL(`**/console/tickets/${number}?**`);
  });

  it('is taken up by the helpdesk, and the user sees it without doing anything', async () => {
    await staff.page.getByRole('button', { name: 'Activate' }).click();
    await staff.page.getByRole('button', { name: 'Close', exact: true }).waitFor();
    await user.page.getByText('in work', { exact: true }).first().waitFor();
  });

  it('carries messages both ways', async () => {
    await staff.page.getByRole('textbox', { name: 'Reply' }).fill('Is the cable plugged in?');
    await staff.page.getByRole('button', { name: 'Send' }).click();
    await user.page.getByRole('log').getByText('Is the cable plugged in?').waitFor();
    await user.page.getByRole('textbox', { name: 'Your message' }).fill('It is. The lamp stays dark.');
    await user.page.getByRole('button', { name: 'Send' }).click();
    await staff.page.getByRole('log').getByText('It is. The lamp stays dark.').waitFor();
  });

  it('can be edited by the user, and the history tells', async () => {
    const { page } = user;
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Where (optional)' }).fill('Room 2.15');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Room 2.15').first().waitFor();
    await staff.page.getByText('Room 2.15').first().waitFor();
    await staff.page.locator('ins').getByText('2.15').waitFor();
  });

  it('shows both texts where two edit the same one, and keeps what is chosen', async () => {
    const { page } = user;
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Description' }).fill(`${firstLine}\nThe lamp is broken.`);
    const { body: theirs } = await callJson(desk.url, 'campus.portal.v1.PortalService/UpdateTicket', {
      ticketId: number,
      description: `${firstLine}\nIt went dark at noon.`,
      requestId: randomUUID(),
    });
    const refusal = page.waitForResponse('**/UpdateTicket');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await errorInfoOf(await refusal)).toMatchObject({
      reason: 'CONFLICT',
      metadata: { ticket_id: number, version: String(theirs.ticket.version), fields: 'description' },
    });
    const choice = page.getByRole('group', { name: 'Somebody changed the description' });
    await choice.getByText('The lamp is broken.').waitFor();
    await choice.getByText('It went dark at noon.').waitFor();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await staff.page.getByText('The lamp is broken.').first().waitFor();
    await staff.page.locator('del').getByText('noon').waitFor();
  });

  it('ends when the helpdesk closes it: readable where it is open, gone from the portal', async () => {
    await staff.page.getByRole('button', { name: 'Close', exact: true }).click();
    await user.page.getByText('No more messages can be sent.').waitFor();
    await user.page.reload();
    await user.page.getByText('was closed on').waitFor();
    await staff.page.goto('/console?status=closed');
    await staff.page.getByRole('row').filter({ hasText: 'The projector in the seminar room' }).waitFor();
  });

  it('is counted in all three analyses, each drawn and in figures', async () => {
    const { page } = staff;
    await page.getByRole('link', { name: 'Analyses' }).click();
    for (const name of ['Backlog', 'Resolution', 'Workload']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForURL(`**/console/analysis/${name.toLowerCase()}**`);
      await page.getByText('exact as of').first().waitFor();
      await page.locator('canvas').first().waitFor();
      expect(await page.getByRole('row').count()).toBeGreaterThan(2);
    }
  });

  it('leaves no error in either window, but the conflict and what the closed ticket answers at the portal', () => {
    expect(user.errors).toEqual([
      'Failed to load resource: the server responded with a status of 409 (Conflict)',
      'Failed to load resource: the server responded with a status of 404 (Not Found)',
    ]);
    expect(staff.errors).toEqual([]);
  });
});

/** Why a call of the page was refused, as its browser got it. */
async function errorInfoOf(response: Response): Promise<ErrorInfo> {
  const { details } = (await response.json()) as { details: { type: string; value: string }[] };
  const { value } = details.find(({ type }) => type === ErrorInfoSchema.typeName)!;
  return fromBinary(ErrorInfoSchema, Buffer.from(value, 'base64'));
}

async function ticketCount({ url }: DeskProcess): Promise<number> {
  const { body } = await callJson(url, 'campus.helpdesk.v1.HelpdeskService/CountTickets', {});
  return (body.counts as { count: number }[]).reduce((sum, { count }) => sum + count, 0);
}
