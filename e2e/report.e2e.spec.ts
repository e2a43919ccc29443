import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import decodeQr from 'qr/decode.js';
import { describeInBrowser, launchBrowser, openWindow, type Window } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

const place = 'Hörsaal B12 & Foyer';
const portal = 'campus.portal.v1.PortalService';
const helpdesk = 'campus.helpdesk.v1.HelpdeskService';

describeInBrowser('a report from a QR code on a door', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let staff: Window;
  let phone: Window;
  let other: Window;
  let link: string;
  let number: string;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder, RATE_LIMIT: 'off' });
    browser = await launchBrowser();
    staff = await openWindow(browser, desk.url);
    phone = await openWindow(browser, desk.url, { width: 360, height: 740 });
    other = await openWindow(browser, desk.url);
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('begins with a sheet that the helpdesk makes, and a code that a camera can read', async () => {
    const { page } = staff;
    await page.goto('/console');
    await page.getByRole('link', { name: 'QR codes' }).click();
    await page.getByRole('textbox', { name: 'Rooms or devices' }).fill(`Room 2.14\n${place}`);
    await page.getByRole('checkbox', { name: 'Deutsch' }).check();
    const label = page.getByRole('article').filter({ hasText: place });
    await label.getByText('Stimmt hier etwas nicht?').waitFor();
    link = await label.getByText('/report?').innerText();
    expect(await scan(label.getByRole('img'))).toBe(link);
    await page.reload();
    await label.getByText('Stimmt hier etwas nicht?').waitFor();
  });

  it.each([
    ['Small', 2],
    ['Medium', 3],
    ['Large', 7],
  ])('prints %s labels of 13 places on %d pages of A4, and nothing else', async (size, pages) => {
    const { page } = staff;
    const places = Array.from({ length: 13 }, (_, index) => `Room ${index}`);
    await page.getByRole('textbox', { name: 'Rooms or devices' }).fill(places.join('\n'));
    await page.getByRole('radio', { name: size }).check();
    await page.locator(`.sheet.${size.toLowerCase()}`).getByText('Room 12', { exact: true }).waitFor();
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(pagesOf(paper)).toBe(pages);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.getByRole('banner').or(page.getByRole('textbox')).filter({ visible: true }).count(),
    ).toBe(0);
    await page.emulateMedia({ media: null });
  });

  it('leads to the report box with the place filled in, and says the category while somebody types', async () => {
    const { page } = phone;
    await page.goto(link);
    expect(await page.getByRole('textbox', { name: 'Where (optional)' }).inputValue()).toBe(place);
    const button = page.getByRole('button', { name: 'Report', exact: true });
    const before = await button.boundingBox();
    const box = page.getByRole('textbox', { name: 'What is wrong, and where?' });
    await box.fill('The projector shows no picture');
    const preview = page.locator('desk-category-preview');
    await preview.getByText('Technical IT').waitFor();
    expect(await preview.innerText()).toContain('because of');
    expect(await preview.innerText()).toContain('projector');
    expect(await button.boundingBox()).toEqual(before);
    await box.fill('The queue in the canteen was far too long');
    await preview.getByText('Services & complaints').waitFor();
  });

  it('warns of what everybody will read, and stands in nobody’s way', async () => {
    const { page } = phone;
    const box = page.getByRole('textbox', { name: 'What is wrong, and where?' });
    const warning = page.locator('desk-private-data-warning');
    await box.fill('The projector shows no picture since 05.10.2026');
    expect(await warning.innerText()).toBe('');
    await box.fill('The projector shows no picture, call +44 7700 900123');
    await warning.getByText('This text shows a phone number. Everybody can read it.').waitFor();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const heading = page.getByRole('heading', { name: 'is with us.' });
    await heading.waitFor();
    number = String((await heading.innerText()).split(' ')[0]?.slice(1));
  });

  it('gives a receipt with the category that was announced, and a link, and follows the ticket', async () => {
    const { page } = phone;
    const receipt = page.getByRole('region', { name: `#${number} is with us.` });
    await receipt.getByText('Technical IT').waitFor();
    await receipt.getByText('You follow it on this device').waitFor();
    await receipt.getByRole('button', { name: 'Copy link' }).waitFor();
    await page.getByRole('link', { name: 'See what has been reported here' }).click();
    await page.waitForURL((url) => url.searchParams.get('place') === place);
    await page
      .getByRole('article')
      .filter({ hasText: `#${number}` })
      .getByText('Mine')
      .waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    await page.getByRole('button', { name: 'Mine 1' }).click();
    await page
      .getByRole('article')
      .filter({ hasText: `#${number}` })
      .waitFor();
  });

  it('is found by filters, which stay in the address', async () => {
    const { page } = other;
    await page.goto('/portal');
    const row = page.getByRole('article').filter({ hasText: `#${number}` });
    await row.waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('projector pict');
    await page.waitForURL((url) => url.searchParams.get('q') === 'projector pict');
    await page.getByRole('combobox', { name: 'Status' }).selectOption('open');
    await page.waitForURL((url) => url.searchParams.get('status') === 'open');
    await page.getByRole('combobox', { name: 'Category' }).selectOption('it');
    await page.waitForURL((url) => url.searchParams.get('category') === 'it');
    await page.getByRole('combobox', { name: 'Where' }).selectOption(place);
    await page.waitForURL((url) => url.searchParams.get('place') === place);
    await page.reload();
    await row.waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    await page.getByRole('combobox', { name: 'Status' }).selectOption('active');
    await page.getByText('Nothing here matches.').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.waitForURL((url) => url.search === '');
    await row.waitFor();
  });

  it('moves no row under the pointer', async () => {
    const { page } = other;
    await page.goto('/portal');
    // A list that is still being read would have the new one in its place already.
    await page.locator('ul[aria-busy=false]').waitFor();
    const row = page.getByRole('article').filter({ hasText: `#${number}` });
    await row.hover();
    const before = await row.boundingBox();
    await callJson(desk.url, `${portal}/CreateTicket`, {
      description: 'The lift is stuck between two floors',
      requestId: randomUUID(),
    });
    await page.getByRole('button', { name: '1 new · Show' }).waitFor();
    expect(await row.boundingBox()).toEqual(before);
    await page.getByRole('button', { name: '1 new · Show' }).click();
    await page.getByRole('article').filter({ hasText: 'The lift is stuck' }).waitFor();
  });

  it('takes an earlier text back by one click, and undoes that by another', async () => {
    const { page } = other;
    await page.goto(`/portal/tickets/${number}`);
    await edit(page, 'Description', 'Nothing is wrong');
    await page.getByRole('heading', { name: 'Nothing is wrong' }).waitFor();
    await page.getByRole('button', { name: 'Bring the earlier version back' }).click();
    await page.getByText('The earlier text is back.').waitFor();
    await page.getByRole('heading', { name: 'The projector shows no picture' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Nothing is wrong' }).waitFor();
    await page.getByRole('button', { name: 'Bring the earlier version back' }).last().click();
    await page.getByRole('heading', { name: 'The projector shows no picture' }).waitFor();
  });

  it('shows a conflict of two windows with both texts, also after a reload, and loses neither', async () => {
    const page = phone.page;
    await page.goto(`/portal/tickets/${number}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Description' }).fill('Said on the phone');
    await edit(other.page, 'Description', 'Said in the other window');
    await other.page.getByRole('heading', { name: 'Said in the other window' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    const choice = page.getByRole('group', { name: 'Somebody changed the description' });
    await choice.getByText('Said in the other window').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Edit' }).click();
    expect(await page.getByRole('textbox', { name: 'Description' }).inputValue()).toBe('Said on the phone');
    await page.getByRole('button', { name: 'Save' }).click();
    await choice.getByText('Said on the phone').waitFor();
    await choice.getByRole('button', { name: 'Put both into the text' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await other.page.getByText('Said on the phone').first().waitFor();
    const { body } = await callJson(desk.url, `${portal}/GetTicket`, { ticketId: number });
    expect(body.ticket.description).toBe('Said in the other window\n\nSaid on the phone');
  });

  it('stays readable when it is closed while somebody writes, and the draft can be copied', async () => {
    const page = phone.page;
    await page.getByRole('textbox', { name: 'Your message' }).fill('And another thing');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Where (optional)' }).fill('On the second floor');
    for (const deed of ['ActivateTicket', 'CloseTicket'])
      await callJson(desk.url, `${helpdesk}/${deed}`, { ticketId: number, requestId: randomUUID() });
    await page.getByText('Closed on').waitFor();
    await page.getByText('And another thing').waitFor();
    await page.getByText('On the second floor').waitFor();
    expect(await page.getByRole('button', { name: 'Copy the text' }).count()).toBe(2);
    expect(await page.getByRole('textbox', { name: 'Your message' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Bring the earlier version back' }).count()).toBe(0);
    await page.getByRole('heading', { name: 'Said in the other window' }).waitFor();
  });

  it('leaves no error, but the conflicts, and what the closed ticket answers at the portal', () => {
    const answered = (status: string) =>
      `Failed to load resource: the server responded with a status of ${status}`;
    const [conflict, closed] = [answered('409 (Conflict)'), answered('404 (Not Found)')];
    expect(staff.errors).toEqual([]);
    expect(other.errors.filter((error) => error !== closed)).toEqual([]);
    expect(phone.errors.filter((error) => error !== closed)).toEqual([conflict, conflict]);
  });
});

/** Edits a text of the ticket that a page shows. */
async function edit(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: field }).fill(text);
  await page.getByRole('button', { name: 'Save' }).click();
}

/** What a camera reads in a picture of a QR code. */
async function scan(code: Locator): Promise<string> {
  const { width, height, data } = PNG.sync.read(await code.screenshot());
  return decodeQr({ width, height, data });
}

function pagesOf(pdf: Buffer): number {
  return Number(pdf.toString('latin1').split('/Count ')[1]?.split(/\D/)[0]);
}
