import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, holds, launchBrowser, openWindow, type Window } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';
import { seedTickets } from './seed-tickets.ts';

const COUNT = 5_000;
const UPDATES = 10_000;

/** How many writes are on their way at a time. */
const AT_ONCE = 40;

/** The row that has focus, by its place in the table; -1 for none. */
const FOCUSED = `Number(document.activeElement.closest('tr')?.dataset.index ?? -1)`;

describeInBrowser('the table of some thousand tickets', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let staff: Window;

  beforeAll(async () => {
    await seedTickets(folder, COUNT);
    const port = String(await freePort());
    desk = await startDesk({ PORT: port, DATA_DIR: folder, RATE_LIMIT: 'off', DEMO: '0' });
    browser = await launchBrowser();
    staff = await openWindow(browser, desk.url, { locale: 'en-GB' });
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const visit = async (way: string): Promise<Page> => {
    await staff.page.goto(way);
    await staff.page.locator('a.title').first().waitFor();
    return staff.page;
  };
  const numberAt = (page: Page, index: number) =>
    page.locator(`tr[data-index="${index}"]`).getAttribute('data-ticket');
  const row = (index: number) => staff.page.locator(`tr[data-index="${index}"] a.title`);
  const act = async (door: 'Portal' | 'Helpdesk', deed: string, request: object) => {
    const service = `campus.${door.toLowerCase()}.v1.${door}Service`;
    const { status, body } = await callJson(desk.url, `${service}/${deed}`, {
      ...request,
      requestId: randomUUID(),
    });
    expect({ deed, status }).toEqual({ deed, status: 200 });
    return body.ticket;
  };

  describe('scrolls', () => {
    it('to its end, rendering few rows at a time, and back', async () => {
      const page = await visit('/console');
      expect(await page.locator('desk-ticket-table table').getAttribute('aria-rowcount')).toBe(
        String(COUNT + 1),
      );
      await row(0).focus();
      await page.keyboard.press('End');
      await row(COUNT - 1).waitFor();
      expect(await page.locator('tr[data-index]').count()).toBeLessThan(80);
      expect(await row(COUNT - 1).getAttribute('href')).toBe('/console/tickets/1');
      await page.keyboard.press('Home');
      expect(await holds(page, `${FOCUSED} === 0`)).toBe(true);
    }, 60_000);

    it('a row at a time, by the keyboard, beyond what was rendered', async () => {
      const page = await visit('/console');
      for (let index = 0; index < 70; index++) {
        await page.keyboard.press('j');
        expect(await holds(page, `${FOCUSED} === ${index}`)).toBe(true);
      }
      await page.keyboard.press('ArrowUp');
      expect(await holds(page, `${FOCUSED} === 68`)).toBe(true);
    }, 60_000);

    it('with every row where it belongs in every frame', async () => {
      const page = await visit('/console');
      const wrong = await page.evaluate<number[]>(`new Promise((done) => {
        const table = document.querySelector('cdk-virtual-scroll-viewport');
        const { left, top } = table.getBoundingClientRect();
        const height = table.querySelector('tr[data-index]').offsetHeight;
        const head = table.querySelector('th');
        const wrong = [];
        let frames = 0;
        const frame = () => {
          const at = document.elementFromPoint(left + 300, top + 300)?.closest('tr')?.dataset.index;
          const expected = (table.scrollTop + 300 - head.offsetHeight) / height;
          const isThere = at !== undefined && Math.abs(Number(at) + 0.5 - expected) < 1;
          const isHeadThere = Math.abs(head.getBoundingClientRect().top - top) < 2;
          if (!isThere || !isHeadThere) wrong.push(table.scrollTop);
          if (++frames === 120) done(wrong);
          else {
            table.scrollTop += 60;
            requestAnimationFrame(frame);
          }
        };
        requestAnimationFrame(frame);
      })`);
      expect(wrong).toEqual([]);
    }, 60_000);
  });

  it('keeps selected what is selected, wherever it goes', async () => {
    const page = await visit('/console');
    const boxes = page.getByRole('checkbox', { name: 'Select #' });
    await boxes.nth(1).check();
    await boxes.nth(4).click({ modifiers: ['Shift'] });
    await page.getByText('4 tickets selected').waitFor();
    await page.evaluate(`document.querySelector('cdk-virtual-scroll-viewport').scrollTop = 50000`);
    await page.evaluate(`document.querySelector('cdk-virtual-scroll-viewport').scrollTop = 0`);
    await row(2).waitFor();
    expect(await page.locator('tr.selected').count()).toBe(4);
    await page.getByRole('button', { name: 'Clear selection' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).waitFor();
    expect(await page.locator('tr.selected').count()).toBe(0);
  });

  describe('keeps', () => {
    it('a view under a name on the device, and in a link for somebody else', async () => {
      const page = await visit('/console?status=closed&category=it&order=opened-oldest');
      await page.getByRole('button', { name: 'Save this view' }).click();
      await page.getByRole('textbox', { name: 'Name of the view' }).fill('Old IT');
      await page.keyboard.press('Enter');
      const link = page.getByRole('link', { name: 'Old IT' });
      await link.waitFor();
      const first = await numberAt(page, 0);
      await visit('/console');
      await link.click();
      await page.waitForURL('**order=opened-oldest**');
      const href = String(await link.getAttribute('href'));

      const other = await openWindow(browser, desk.url, { locale: 'de-DE' });
      await other.page.goto(href);
      await other.page.locator('a.title').first().waitFor();
      expect(await numberAt(other.page, 0)).toBe(first);
      expect(other.errors).toEqual([]);
      await other.page.context().close();

      await page.getByRole('button', { name: 'Rename or remove “Old IT”' }).click();
      await page.getByRole('button', { name: 'Remove', exact: true }).click();
      await link.waitFor({ state: 'detached' });
      await visit('/console');
      expect(await link.count()).toBe(0);
    });

    it('the columns and the height of rows', async () => {
      const page = await visit('/console');
      const height = async () => (await page.locator('tr[data-index="0"]').boundingBox())!.height;
      const comfortable = await height();
      await page.getByRole('button', { name: 'Columns and rows' }).click();
      await page.getByRole('radio', { name: 'Compact' }).check();
      await page.getByRole('checkbox', { name: 'Changed' }).uncheck();
      await page.waitForURL('**columns=**');
      await page.keyboard.press('Escape');
      await visit('/console');
      expect(await page.getByRole('columnheader', { name: 'Changed' }).count()).toBe(0);
      expect(await page.getByRole('columnheader', { name: 'Status' }).count()).toBe(1);
      expect(await height()).toBeLessThan(comfortable);
      await page.getByRole('button', { name: 'Columns and rows' }).click();
      await page.getByRole('radio', { name: 'Comfortable' }).check();
      await page.getByRole('checkbox', { name: 'Changed' }).check();
      await page.keyboard.press('Escape');
    });
  });

  describe('narrows', () => {
    it('to one place', async () => {
      const page = await visit('/console?status=closed');
      const place = String(await page.locator('.place').first().textContent());
      await page.getByRole('combobox', { name: 'Place' }).fill(place);
      await page.keyboard.press('Enter');
      await page.waitForURL('**place=**');
      expect(
        await holds(
          page,
          `[...document.querySelectorAll('.place')].every(({ textContent }) => textContent === ${JSON.stringify(place)})`,
        ),
      ).toBe(true);
    });

    it('to what is older than a week', async () => {
      const page = await visit('/console');
      await page.getByRole('combobox', { name: 'Opened' }).selectOption({ label: 'Over 7 days ago' });
      await page.waitForURL('**opened=over-7d**');
      expect(
        await holds(
          page,
          `new Date(document.querySelector('tr[data-index="0"] time').dateTime) < Date.now() - 7 * 86400000`,
        ),
      ).toBe(true);
    });

    it('to what waits for us, and what is unsure, with live counts', async () => {
      const { id } = await act('Portal', 'CreateTicket', { description: 'xyzzy plugh' });
      await act('Portal', 'PostMessage', { ticketId: id, body: 'Is anybody there?' });
      const page = await visit('/console?waiting=yes');
      const waiting = page.getByRole('link', { name: 'To us' });
      const count = async () => Number((await waiting.textContent())!.replace(/\D/g, ''));
      expect(await row(0).textContent()).toBe('xyzzy plugh');
      await page.getByTitle('Waits for an answer from us').first().waitFor();
      const before = await count();
      await act('Helpdesk', 'PostMessage', { ticketId: id, body: 'We are.' });
      await page.locator('tr.left').waitFor();
      expect(
        await holds(
          page,
          `document.querySelector('nav a[href*="waiting"]').innerText.replace(/\\D/g, '') === '${before - 1}'`,
        ),
      ).toBe(true);

      await visit('/console?unsure=yes');
      expect(await page.locator('tr[data-index="0"] .unsure').count()).toBeGreaterThan(0);
    });
  });

  // Last, for the desk has some of it still to tell when it is over.
  it('stays still while ten thousand changes come in: the row that is clicked is the one that opens', async () => {
    const page = await visit('/console');
    const { length } = await page.locator('tr[data-ticket]').all();
    expect(length).toBeGreaterThan(15);
    const order = () =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('tr[data-ticket]')].map((row) => row.dataset.ticket)`,
      );
    const before = await order();
    await row(0).click();
    await page.locator('desk-ticket-panel h2').waitFor();

    let sent = 0;
    const write = async () => {
      while (sent < UPDATES) {
        const nr = ++sent;
        if (nr % 500 === 0) await act('Portal', 'CreateTicket', { description: `New report ${nr}` });
        else {
          const ticketId = before[nr % before.length];
          const { status } = await callJson(desk.url, 'campus.portal.v1.PortalService/UpdateTicket', {
            ticketId,
            title: `Change ${nr}`,
            requestId: randomUUID(),
          });
          // Those that are closed take no change, and are clicked all the same.
          expect([200, 404]).toContain(status);
        }
      }
    };
    const writing = Promise.all(Array.from({ length: AT_ONCE }, write));
    let clicks = 0;
    while (sent < UPDATES) {
      const rows = await page.locator('tr[data-ticket]').all();
      const target = rows[1 + (clicks % 6)]!;
      const number = await target.getAttribute('data-ticket');
      await target.locator('td.mat-column-opened').click();
      await page.waitForURL(`**/console/tickets/${number}**`);
      clicks++;
    }
    await writing;
    expect(clicks).toBeGreaterThan(10);
    await page.getByRole('button', { name: '20 new or moved' }).waitFor();
    const after = await order();
    expect(after.slice(0, 6)).toEqual(before.slice(0, 6));
    await page.getByRole('button', { name: '20 new or moved' }).click();
    await page.getByText(`New report ${UPDATES}`).first().waitFor();
  }, 240_000);

  it('leaves no error', () => {
    expect(staff.errors).toEqual([]);
  });
});
