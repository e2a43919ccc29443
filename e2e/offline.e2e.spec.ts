import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import {
  describeInBrowser,
  launchBrowser,
  launchProfile,
  openTab,
  openWindow,
  type Window,
} from './browser.ts';
import { callJson, eventually } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';
import { layLine, type Line } from './line.ts';

const create = '/campus.portal.v1.PortalService/CreateTicket';
const kept = 'Kept on this device. It will be sent when you are online.';

describeInBrowser('nothing typed is lost, and it arrives once', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;
  let line: Line;
  let phone: Window;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder, RATE_LIMIT: 'off' });
    browser = await launchBrowser();
    line = await layLine(desk.url);
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    await line.close();
    rmSync(folder, { recursive: true });
  });

  afterEach(() => phone.page.context().close());

  it('keeps a report made without a network over a reload, and sends it by itself', async () => {
    const { page } = (phone = await install());
    await page.context().setOffline(true);
    await report(page, 'The tap in the kitchen drips ceaselessly');
    await page.getByText(kept).waitFor();
    await page.getByRole('button', { name: '1 text waits to be sent' }).waitFor();
    await page.reload();
    await page.getByText(kept).waitFor();
    await page.getByText('The tap in the kitchen drips ceaselessly').waitFor();
    expect(await found('ceaselessly')).toHaveLength(0);
    await page.context().setOffline(false);
    await page.getByText('is with us.').waitFor();
    const [ticket] = await found('ceaselessly');
    expect(await found('ceaselessly')).toHaveLength(1);
    await page.getByText(`#${ticket?.id} is with us.`).waitFor();
    await page.getByRole('button', { name: 'Mine 1' }).waitFor();
    await page.getByText(kept).waitFor({ state: 'detached' });
  });

  it('can be installed', async () => {
    phone = await install();
    const browserOf = await phone.page.context().newCDPSession(phone.page);
    const { errors, url } = await browserOf.send('Page.getAppManifest');
    expect({ errors, url }).toEqual({ errors: [], url: `${line.url}/manifest.webmanifest` });
    const { installabilityErrors } = await browserOf.send('Page.getInstallabilityErrors');
    // What Chromium says of every window without a profile of its own.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  });

  it('opens every page without a network, and says so', async () => {
    const { page } = (phone = await install());
    await page.context().setOffline(true);
    for (const way of [
      '/',
      '/portal',
      '/portal/tickets/1',
      '/report?location=2.14',
      '/console',
      '/console/analysis',
    ]) {
      await page.goto(way);
      await page.locator('main, table, h1').first().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Offline' }).waitFor();
    }
  });

  it('says so when a part of a page that is not installed cannot be loaded', async () => {
    phone = await openWindow(browser, line.url);
    const { page } = phone;
    await page.goto('/');
    await page.getByText(' in work, ').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Report a problem' }).click();
    await page.getByText('A part of this page could not be loaded.').waitFor();
  });

  it('sends a message written without a network by itself', async () => {
    const id = await reported('The message board is empty');
    const { page } = (phone = await install(`/portal/tickets/${id}`));
    await page.getByRole('heading', { name: 'The message board is empty' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Your message' }).fill('It is still empty');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(kept).waitFor();
    expect(await messages(id)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('log').getByText('It is still empty').waitFor();
    expect(await messages(id)).toEqual(['It is still empty']);
    await page.getByText(kept).waitFor({ state: 'detached' });
  });

  it('makes one ticket of a report whose tab crashed in the middle of sending', async () => {
    const { page } = (phone = await install());
    const arrived = line.loseAnswer(create);
    await report(page, 'The window in the stairwell rattles');
    await arrived;
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    void page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    expect(await found('stairwell rattles')).toHaveLength(1);
    const again = await openTab(page.context());
    await again.page.goto('/portal');
    await again.page.getByText('is with us.').waitFor();
    expect(await found('stairwell rattles')).toHaveLength(1);
    expect(line.asked.filter((path) => path === create).length).toBeGreaterThan(1);
    await again.page.getByRole('button', { name: 'Mine 1' }).waitFor();
  });

  it('sends what a closed browser has left', async () => {
    const profile = dataFolder();
    const before = await launchProfile(profile, line.url);
    const { page } = await openTab(before);
    await page.goto('/portal');
    await page.getByRole('button', { name: 'Report', exact: true }).waitFor();
    await before.setOffline(true);
    await report(page, 'The gate in the courtyard squeaks');
    await page.getByText(kept).waitFor();
    await before.close();
    expect(await found('courtyard squeaks')).toEqual([]);
    const after = await launchProfile(profile, line.url);
    phone = await openTab(after);
    await phone.page.goto('/console');
    await phone.page.getByText('is with us.').waitFor();
    expect(await found('courtyard squeaks')).toHaveLength(1);
  });

  it('sends from one of several tabs', async () => {
    const { page } = (phone = await install());
    const other = await openTab(page.context());
    await other.page.goto('/console');
    await page.context().setOffline(true);
    await report(page, 'The printer in the foyer whistles');
    await page.getByText(kept).waitFor();
    await other.page.getByRole('button', { name: '1 text waits to be sent' }).click();
    await other.page.getByText('The printer in the foyer whistles').waitFor();
    const before = line.asked.filter((path) => path === create).length;
    await page.context().setOffline(false);
    for (const tab of [page, other.page]) await tab.getByText('is with us.').waitFor();
    expect(line.asked.filter((path) => path === create).length - before).toBe(1);
    expect(await found('foyer whistles')).toHaveLength(1);
  });

  it('does not send what was removed, and sends what was edited as it is then', async () => {
    const { page } = (phone = await install());
    await page.context().setOffline(true);
    await report(page, 'Removed before it left');
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Removed.').waitFor();
    await report(page, 'The lamp flickers');
    await page.getByRole('button', { name: 'Edit' }).click();
    const box = page.getByRole('textbox', { name: 'What is wrong, and where?' });
    await page.locator('textarea:focus').waitFor();
    expect(await box.inputValue()).toBe('The lamp flickers');
    await box.fill('The lamp flickers greenly');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByText(kept).waitFor();
    await page.context().setOffline(false);
    await page.getByText('is with us.').waitFor();
    expect(await found('lamp flickers')).toMatchObject([{ title: 'The lamp flickers greenly' }]);
    expect(await found('Removed before it left')).toEqual([]);
  });

  it('keeps a message that came too late, says why, and over a reload', async () => {
    const id = await reported('The bell rings at night');
    const { page } = (phone = await install(`/portal/tickets/${id}`));
    await page.getByRole('heading', { name: 'The bell rings at night' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Your message' }).fill('Every hour, on the hour');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(kept).waitFor();
    await close(id);
    await page.context().setOffline(false);
    await page.getByText('This ticket was closed meanwhile.').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: '1 text waits to be sent' }).click();
    await page.getByText('Every hour, on the hour').waitFor();
    await page.getByText('This ticket was closed meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Copy the text' }).waitFor();
  });

  it('offers a new version, and keeps the draft that stands in the box', async () => {
    const { page } = (phone = await install());
    const box = page.getByRole('textbox', { name: 'What is wrong, and where?' });
    await box.fill('Half a thought');
    await publish('The next version');
    const other = await openTab(page.context());
    await other.page.goto('/');
    await page.getByText('A new version is ready.').waitFor({ timeout: 30_000 });
    expect(await page.locator('meta[name=release]').count()).toBe(0);
    expect(await box.inputValue()).toBe('Half a thought');
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.locator('meta[name=release][content="The next version"]').waitFor({ state: 'attached' });
    expect(await box.inputValue()).toBe('Half a thought');
  });

  it('lets the sign-on of the campus step in, and keeps no page of it', async () => {
    const { page } = (phone = await install());
    const list = '/campus.helpdesk.v1.HelpdeskService/ListTickets';
    line.answer(list, (_request, response) => response.writeHead(401).end());
    line.answer('/console', (_request, response) => response.writeHead(302, { location: '/sign-on' }).end());
    line.answer('/sign-on', (request, response) => {
      if (request.url === '/sign-on') {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<a href="/sign-on?done">Sign on</a>');
        return;
      }
      for (const path of [list, '/console']) line.answer(path, undefined);
      response.writeHead(302, { location: '/console?ngsw-bypass=true' }).end();
    });
    await page.goto('/console');
    await page.getByRole('link', { name: 'Sign on' }).click();
    await page.getByRole('row').nth(1).waitFor();
    await page.waitForURL((url) => !url.search.includes('bypass'));
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: 'Offline' }).waitFor();
  });

  /** A phone with the page installed, at an address of it. */
  async function install(way = '/portal'): Promise<Window> {
    const window = await openWindow(browser, line.url, { width: 360, height: 740, installed: true });
    await window.page.goto(way);
    // The worker takes over a page that it has opened.
    await window.page.evaluate('navigator.serviceWorker.ready');
    await window.page.waitForFunction(
      "caches.keys().then((all) => Promise.all(all.map((name) => caches.open(name).then((one) => one.keys())))).then((all) => all.flat().some(({ url }) => url.endsWith('.svg')))",
    );
    await window.page.reload();
    await window.page.waitForFunction('navigator.serviceWorker.controller !== null');
    return window;
  }

  /** Puts another version of the page where the worker looks for one. */
  async function publish(release: string): Promise<void> {
    const index = (await (await fetch(`${desk.url}/index.html`)).text()).replace(
      '</head>',
      `<meta name="release" content="${release}"></head>`,
    );
    const listing = (await (await fetch(`${desk.url}/ngsw.json`)).json()) as {
      timestamp: number;
      hashTable: Record<string, string>;
    };
    listing.timestamp++;
    listing.hashTable['/index.html'] = createHash('sha1').update(index).digest('hex');
    line.answer('/index.html', (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(index),
    );
    line.answer('/ngsw.json', (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(listing)),
    );
  }

  async function found(text: string): Promise<{ id: string; title: string }[]> {
    const { body } = await callJson(desk.url, 'campus.helpdesk.v1.HelpdeskService/ListTickets', { text });
    return body.tickets;
  }

  async function messages(ticketId: string): Promise<string[]> {
    const { body } = await callJson(desk.url, 'campus.portal.v1.PortalService/ListMessages', { ticketId });
    return body.messages.map((message: { body: string }) => message.body);
  }

  async function reported(description: string): Promise<string> {
    const { body } = await callJson(desk.url, create.slice(1), { description, requestId: randomUUID() });
    return body.ticket.id;
  }

  async function close(ticketId: string): Promise<void> {
    for (const deed of ['ActivateTicket', 'CloseTicket'])
      await eventually(
        () =>
          callJson(desk.url, `campus.helpdesk.v1.HelpdeskService/${deed}`, {
            ticketId,
            requestId: randomUUID(),
          }),
        ({ status }) => status === 200,
      );
  }
});

async function report(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'What is wrong, and where?' }).fill(text);
  await page.getByRole('button', { name: 'Report', exact: true }).click();
}
