import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openWindow } from './browser.ts';
import { callJson } from './connect-json.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

/** A Wednesday in the term. */
const now = '2026-11-18T10:24:00Z';

/** The tickets of the scene by their state of life (one is to end while somebody looks), beside those of the demo year. */
export type SceneTickets = Readonly<Record<'open' | 'active' | 'ending' | 'closed', string>>;

/** A desk and a window in which it is always the same time, with the same tickets: whatever is shown is the same each time. */
export type Scene = {
  readonly desk: DeskProcess;
  readonly page: Page;
  readonly tickets: SceneTickets;
  /** What others do meanwhile, through one of the doors; answers the ticket's number. */
  readonly act: (door: 'portal' | 'helpdesk', deed: string, request: object) => Promise<string>;
  readonly end: () => Promise<void>;
};

export async function setScene(): Promise<Scene> {
  const folder = dataFolder();
  const desk = await startDesk({
    PORT: String(await freePort()),
    DATA_DIR: folder,
    RATE_LIMIT: 'off',
    STILL_CLOCK: now,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'still-clock.js')}`,
  });
  const act: Scene['act'] = async (door, deed, request) => {
    const service = `${door}.v1.${door === 'portal' ? 'Portal' : 'Helpdesk'}Service`;
    const call = { ...request, requestId: randomUUID() };
    const { status, body } = await callJson(desk.url, `campus.${service}/${deed}`, call);
    if (status !== 200) throw new Error(`${deed} was refused: ${JSON.stringify(body)}`);
    return String(body.ticket?.id ?? body.message?.ticketId);
  };
  const tickets = await makeTickets(act);
  const browser: Browser = await launchBrowser();
  const { page } = await openWindow(browser, desk.url, {
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await page.clock.setFixedTime(now);
  // What a state of a page remembers on the device needs the desk's address.
  await page.goto('/');
  return {
    desk,
    page,
    tickets,
    act,
    async end() {
      await desk.stop();
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function makeTickets(act: Scene['act']): Promise<SceneTickets> {
  const closed = await act('portal', 'CreateTicket', {
    description: 'The tap in the kitchen on the third floor drips.',
    location: 'Library, kitchen on floor 3',
  });
  await act('helpdesk', 'ActivateTicket', { ticketId: closed });
  await act('helpdesk', 'PostMessage', { ticketId: closed, body: 'The seal is new; it is dry now.' });
  await act('helpdesk', 'CloseTicket', { ticketId: closed });
  const ending = await act('portal', 'CreateTicket', {
    description: 'The vending machine on floor 1 has been empty for a week.',
    location: 'Lab building, floor 1',
  });
  const open = await act('portal', 'CreateTicket', {
    description: 'The queue at the library desk reaches the stairs every noon, and only one counter is open.',
    location: 'Library, ground floor',
  });
  const active = await act('portal', 'CreateTicket', {
    description: 'The projector in seminar room 2.14 shows no picture\nIt worked on Monday. The lamp is on.',
    location: 'Main building, room 2.14',
  });
  await act('portal', 'UpdateTicket', {
    ticketId: active,
    description:
      'The projector in seminar room 2.14 shows no picture\nIt worked on Monday. The lamp blinks red.',
  });
  await act('helpdesk', 'ActivateTicket', { ticketId: active });
  const helpdesk = { ticketId: active, authorName: 'Karim, IT Service' };
  await act('helpdesk', 'PostMessage', {
    ...helpdesk,
    body: 'Thank you. Is the cable at the lectern plugged in?',
  });
  await act('portal', 'PostMessage', {
    ticketId: active,
    body: 'It is. We have swapped it, too, to be sure.',
  });
  await act('helpdesk', 'PostMessage', { ...helpdesk, body: 'Then it is the lamp: a new one comes at two.' });
  return { open, active, ending, closed };
}
