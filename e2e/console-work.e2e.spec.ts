import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, holds, launchBrowser, openWindow, type Window } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

describeInBrowser('a working day at the helpdesk', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder, RATE_LIMIT: 'off' });
    browser = await launchBrowser();
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const call = async (rpc: string, request: object) => {
    const { body } = await callJson(desk.url, `campus.${rpc}`, request);
    return body;
  };
  const act = (deed: string, ticketId: string, more = {}) =>
    call(`helpdesk.v1.HelpdeskService/${deed}`, { ticketId, requestId: randomUUID(), ...more });
  const report = async (description: string): Promise<string> => {
    const { ticket } = await call('portal.v1.PortalService/CreateTicket', {
      description,
      requestId: randomUUID(),
    });
    return String(ticket.id);
  };
  const ticketOf = async (ticketId: string) =>
    (await call('helpdesk.v1.HelpdeskService/GetTicket', { ticketId })).ticket;
  const statusOf = async (ticketId: string) => String((await ticketOf(ticketId)).status);

  const openConsole = async (way: string): Promise<Window> => {
    const window = await openWindow(browser, desk.url, { locale: 'en-GB' });
    await window.page.goto(way);
    await window.page.locator('a.title').first().waitFor();
    return window;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const panelOf = (page: Page, title: string) =>
    page.locator('desk-ticket-panel').getByRole('heading', { name: title });
  const palette = (page: Page) => page.locator('desk-palette input');
  const focusIs = (page: Page, selector: string) =>
    holds(page, `document.activeElement?.matches(${JSON.stringify(selector)}) === true`);

  describe('with the mouse', () => {
    let staff: Window;
    let first: string;

    beforeAll(async () => {
      await report('Mouse two: the blinds in room 3.08 are stuck');
      first = await report('Mouse one: the bell rings at night');
      staff = await openConsole('/console?status=open&q=mouse');
    });

    it('opens a ticket beside the table, takes it up, and the button does not turn into Close under the finger', async () => {
      const { page } = staff;
      await page.getByText('Mouse one').first().click();
      await panelOf(page, 'Mouse one').waitFor();
      await button(page, 'Activate').dblclick();
      await button(page, 'Close').waitFor();
      expect(await statusOf(first)).toBe('STATUS_ACTIVE');
      expect(await page.locator('a.title').count()).toBe(2);
    });

    it('corrects the category beside the words that decided', async () => {
      const { page } = staff;
      await page.locator('desk-category-reason').first().waitFor();
      await page.locator('desk-category-choice button', { hasText: 'Services' }).click();
      await page.getByText('set by the helpdesk', { exact: true }).waitFor();
      expect((await ticketOf(first)).category).toBe('CATEGORY_SERVICES_COMPLAINTS');
    });

    it('replies, and keeps a draft for each ticket while others are looked at', async () => {
      const { page } = staff;
      const reply = page.getByRole('textbox', { name: 'Reply' });
      await reply.fill('Somebody comes tonight.');
      await button(page, 'Send').click();
      await page.getByRole('log').getByText('Somebody comes tonight.').waitFor();
      await reply.fill('Half a thought');
      await page.getByText('Mouse two').first().click();
      await panelOf(page, 'Mouse two').waitFor();
      expect(await reply.inputValue()).toBe('');
      await page.getByText('Mouse one').first().click();
      await panelOf(page, 'Mouse one').waitFor();
      expect(await reply.inputValue()).toBe('Half a thought');
    });

    it('says why a step is not possible now, in the menu', async () => {
      const { page } = staff;
      await button(page, 'More').click();
      await page.getByRole('button', { name: 'It is in work already.' }).waitFor();
      await page.keyboard.press('Escape');
    });

    it('closes it without being asked again', async () => {
      const { page } = staff;
      await button(page, 'Close').click();
      await page.getByText('It stays readable under Closed').waitFor();
      expect(await statusOf(first)).toBe('STATUS_CLOSED');
    });

    it('tells once that there are keys, and never again on this device', async () => {
      const { page } = staff;
      await button(page, 'Do not show this again').click();
      await page.reload();
      await page.locator('a.title').first().waitFor();
      expect(await page.getByText('Press ? to see').count()).toBe(0);
      expect(staff.errors).toEqual([]);
    });
  });

  describe('with the keyboard alone', () => {
    let staff: Window;
    let tickets: string[];

    beforeAll(async () => {
      const three = await report('Keys three: the door of the lab squeaks');
      const two = await report('Keys two: the scanner in the copy room jams');
      const one = await report('Keys one: the clock in the hall is late');
      tickets = [one, two, three];
      staff = await openConsole('/console?status=open');
    });

    it('finds the tickets by a slash, and goes to the first row', async () => {
      const { page } = staff;
      await page.keyboard.press('/');
      await page.keyboard.type('keys');
      await page.waitForURL('**q=keys**');
      expect(await holds(page, `document.querySelectorAll('a.title').length === 3`)).toBe(true);
      await page.keyboard.press('Tab');
      await page.locator('a.title').first().focus();
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      expect(await page.evaluate(`document.activeElement.textContent`)).toContain('Keys one');
    });

    it('takes up the row that has focus without leaving the list', async () => {
      const { page } = staff;
      await page.keyboard.press('a');
      await page.getByText(`#${tickets[0]} is in work now.`).waitFor();
      expect(await page.locator('desk-ticket-panel').count()).toBe(0);
      expect(await page.evaluate(`document.activeElement.textContent`)).toContain('Keys one');
    });

    it('opens it by Enter, replies by r, and types letters into the reply', async () => {
      const { page } = staff;
      await page.keyboard.press('Enter');
      await panelOf(page, 'Keys one').waitFor();
      expect(await focusIs(page, 'h2')).toBe(true);
      await page.keyboard.press('r');
      expect(await focusIs(page, 'textarea')).toBe(true);
      await page.keyboard.type('a c r j k x ?');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('log').getByText('a c r j k x ?').waitFor();
      expect(await statusOf(tickets[0]!)).toBe('STATUS_ACTIVE');
    });

    it('closes the open ticket by c, and opens the next by n', async () => {
      const { page } = staff;
      await page.locator('#desk-panel-title').focus();
      await page.keyboard.press('c');
      await page.getByText(`#${tickets[0]} is closed.`).waitFor();
      await page.keyboard.press('n');
      await panelOf(page, 'Keys two').waitFor();
      await page.keyboard.press('n');
      await panelOf(page, 'Keys three').waitFor();
      await page.keyboard.press('p');
      await panelOf(page, 'Keys two').waitFor();
    });

    it('sets a category from the palette, and goes to a ticket by its number', async () => {
      const { page } = staff;
      expect(await focusIs(page, 'h2')).toBe(true);
      await page.keyboard.press('Control+k');
      await palette(page).waitFor();
      await page.keyboard.type('cat serv');
      await page.getByRole('option', { selected: true }).getByText('Category: Services').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(`#${tickets[1]} is Services & complaints now.`).waitFor();
      expect((await ticketOf(tickets[1]!)).category).toBe('CATEGORY_SERVICES_COMPLAINTS');
      await page.keyboard.press('Control+k');
      await palette(page).waitFor();
      await page.keyboard.type(`#${tickets[2]}`);
      await page
        .getByRole('option', { name: `Ticket #${tickets[2]}` })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await panelOf(page, 'Keys three').waitFor();
    });

    it('goes anywhere from the palette, and leaves it by Escape to where it was', async () => {
      const { page } = staff;
      expect(await focusIs(page, 'h2')).toBe(true);
      await page.keyboard.press('Control+k');
      await palette(page).waitFor();
      await page.keyboard.press('Escape');
      await palette(page).waitFor({ state: 'detached' });
      expect(await focusIs(page, 'h2')).toBe(true);
      await page.keyboard.press('Control+k');
      await palette(page).waitFor();
      await page.keyboard.type('deutsch');
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'Antwort' }).waitFor();
      await page.keyboard.press('Control+k');
      await palette(page).waitFor();
      await page.keyboard.type('english');
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    });

    it('lists the keys, and switches those of a single letter off on this device', async () => {
      const { page } = staff;
      await page.locator('#desk-panel-title').focus();
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.getByText('Close the ticket').waitFor();
      await dialog.getByRole('checkbox').press('Space');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.reload();
      await panelOf(page, 'Keys three').waitFor();
      await button(page, 'Activate').waitFor();
      await page.keyboard.press('a');
      await page.keyboard.press('Control+k');
      await palette(page).waitFor();
      await page.keyboard.type('show the keys');
      await page.keyboard.press('Enter');
      await dialog.getByRole('checkbox').press('Space');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await statusOf(tickets[2]!)).toBe('STATUS_OPEN');
      await page.keyboard.press('a');
      await page.getByText(`#${tickets[2]} is in work now.`).waitFor();
      expect(staff.errors).toEqual([]);
    });
  });

  describe('with somebody else at the same ticket', () => {
    let staff: Window;
    let ticket: string;

    beforeAll(async () => {
      ticket = await report('Contested: the heating in the gym is off');
      await act('ActivateTicket', ticket);
      staff = await openConsole(`/console/tickets/${ticket}?status=active`);
      // What others do does not reach this window by itself.
      await staff.page.route('**/campus.*/WatchTickets', (route) => route.abort());
      await staff.page.reload();
      await button(staff.page, 'Close').waitFor();
    });

    it('tells the second what happened, shows the ticket as it is now, and keeps the draft', async () => {
      const { page } = staff;
      await page.getByRole('textbox', { name: 'Reply' }).fill('I will call the');
      await act('AssignCategory', ticket, { category: 'CATEGORY_SERVICES_COMPLAINTS' });
      await page.locator('desk-category-choice button', { hasText: 'Technical IT' }).click();
      await page.getByText('Somebody else set another category meanwhile: Services & complaints.').waitFor();
      expect((await ticketOf(ticket)).category).toBe('CATEGORY_SERVICES_COMPLAINTS');
      await act('CloseTicket', ticket);
      await button(page, 'Close').click();
      const told = page.locator('desk-ticket-panel desk-notice');
      await told.getByText('Somebody else closed it at').waitFor();
      await page.locator('desk-ticket-panel header').getByText('closed', { exact: true }).waitFor();
      expect(
        await page.evaluate(`localStorage.getItem('campus-desk.draft.console.message.${ticket}')`),
      ).toContain('I will call the');
      await button(page, 'Understood').click();
      await told.waitFor({ state: 'detached' });
    });
  });

  it('prints a work order, and the list', async () => {
    const id = await report('Paper: the tap in kitchen 4 drips\nSince Monday.');
    const { page } = await openConsole(`/console/tickets/${id}?status=open`);
    await page.locator('desk-work-order').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const order = page.locator('desk-work-order');
    for (const text of ['Work order', `#${id}`, 'Since Monday.', 'Signature', `/console/tickets/${id}`])
      await order.getByText(text).first().waitFor();
    await order.getByRole('img', { name: `QR code: ticket #${id}` }).waitFor();
    expect(await page.locator('desk-view-list').isVisible()).toBe(false);
    expect(await page.locator('.panel').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.goto('/console?status=open');
    await page.locator('a.title').first().waitFor();
    expect(await page.locator('desk-table-tools').isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light');
    await page.context().close();
  });
});
