import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, holds, launchBrowser, openWindow, type Window } from './browser.ts';
import { dataFolder, freePort, startDesk, type DeskProcess } from './desk-process.ts';

/** What has focus: its name, and what is wrong with how it is shown. */
type Focus = {
  readonly name: string;
  readonly lost: boolean;
  readonly hidden: boolean;
  readonly covered: boolean;
};

/**
 * Looks at what has focus. It shows where an outline is drawn around it, its row or its label; it is covered when
 * none of its middle and its edges is in sight.
 */
const FOCUS = `(() => {
  const it = document.activeElement;
  const labelled = it.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent);
  const name = it.getAttribute('aria-label') ?? labelled?.join(' ') ?? it.labels?.[0]?.textContent ?? it.textContent;
  const outlined = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  };
  const shown = [it, it.closest('label'), it.closest('tr')].find((element) => element && outlined(element));
  const heading = it.matches('.arrival, main');
  const { left, right, top, bottom } = (shown ?? it).getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const points = [[x, y], [left + 2, y], [right - 2, y], [x, top + 2], [x, bottom - 2]];
  const covered = points.every(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return !top || !((shown ?? it).contains(top) || top.contains(it));
  });
  return {
    name: name.replace(/\\s+/g, ' ').trim(),
    lost: it === document.body,
    hidden: !shown && !heading,
    covered,
  };
})()`;

/** What has focus; it is somewhere, shown, and in sight. */
async function focused(page: Page): Promise<string> {
  const { name, ...wrong } = await page.evaluate<Focus>(FOCUS);
  expect({ name, ...wrong }).toEqual({ name, lost: false, hidden: false, covered: false });
  return name;
}

/** Goes on by the Tab key, at most so far, to what is called like this. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 60) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (here.startsWith(name)) return;
    passed.push(here);
  }
  throw new Error(`no way to ${name} by ${key}: ${passed.join(' → ')}`);
}

/** Waits until what is called like this has focus. */
async function arriveAt(page: Page, name: string): Promise<void> {
  await holds(page, `${FOCUS}.name.startsWith(${JSON.stringify(name)})`);
  expect((await focused(page)).slice(0, name.length)).toBe(name);
}

describeInBrowser('both doors, by the keyboard alone', () => {
  const folder = dataFolder();
  let desk: DeskProcess;
  let browser: Browser;

  beforeAll(async () => {
    desk = await startDesk({ PORT: String(await freePort()), DATA_DIR: folder });
    browser = await launchBrowser();
  }, 180_000);

  afterAll(async () => {
    // First what would outlive the tests, whatever else went wrong.
    await desk.stop();
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  describe('somebody on campus', () => {
    let user: Window;

    beforeAll(async () => {
      user = await openWindow(browser, desk.url, { locale: 'en-GB' });
      await user.page.goto('/');
      await user.page.getByText(' in work, ').waitFor();
    });

    it('skips the bar, and comes through the door', async () => {
      const { page } = user;
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      await tabTo(page, 'Something is broken or wrong on campus?');
      await page.keyboard.press('Enter');
      await arriveAt(page, 'What is wrong, and where?');
    });

    it('opens a menu of the bar, chooses, and leaves it by Escape', async () => {
      const { page } = user;
      await tabTo(page, 'Colours', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain('Like the system');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.locator('html[data-scheme=dark]').waitFor();
      await page.keyboard.press('Escape');
      await arriveAt(page, 'Colours: Dark');
    });

    it('is brought back to the field when something is missing', async () => {
      const { page } = user;
      await tabTo(page, 'Report');
      await page.keyboard.press('Enter');
      await arriveAt(page, 'What is wrong, and where?');
      await page.locator('[aria-invalid=true]').waitFor();
    });

    it('reports, and is told', async () => {
      const { page } = user;
      await page.keyboard.type('The blinds in room 3.07 do not go down\nThe sun is on the board.');
      await page.keyboard.press('Control+Enter');
      await arriveAt(page, '#');
      expect(await focused(page)).toContain('is with us.');
    });

    it('opens the ticket, writes a message, and goes on writing', async () => {
      const { page } = user;
      await tabTo(page, 'Open');
      await page.keyboard.press('Enter');
      await arriveAt(page, 'The blinds in room 3.07');
      await tabTo(page, 'Your message');
      await page.keyboard.type('After three it is fine.');
      await tabTo(page, 'Send');
      await page.keyboard.press('Enter');
      await page.getByRole('log').getByText('After three it is fine.').waitFor();
      expect(await focused(page)).toContain('Send');
    });

    it('edits the ticket, and is where the editing began', async () => {
      const { page } = user;
      await tabTo(page, 'Edit', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await arriveAt(page, 'Description');
      await tabTo(page, 'Where (optional)');
      await page.keyboard.type('Room 3.07');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Room 3.07').first().waitFor();
      await arriveAt(page, 'Edit');
      await page.keyboard.press('Enter');
      await arriveAt(page, 'Description');
      await page.keyboard.press('Escape');
      await arriveAt(page, 'Edit');
    });

    it('clears a search by Escape', async () => {
      const { page } = user;
      await tabTo(page, 'All reports', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await arriveAt(page, 'What is wrong, and where?');
      await tabTo(page, 'Search');
      await page.keyboard.type('xyzzy');
      await page.locator('div.empty').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('desk-ticket-card').first().waitFor();
      expect(await focused(page)).toContain('Search');
    });

    it('shows all of the list, and where focus is on each of it', async () => {
      const { page } = user;
      await tabTo(page, 'Show more');
      await page.keyboard.press('Enter');
      await page.locator('desk-ticket-card').nth(25).locator('a:focus').waitFor();
      await focused(page);
    });
  });

  describe('somebody of the helpdesk', () => {
    let staff: Window;

    beforeAll(async () => {
      staff = await openWindow(browser, desk.url, { locale: 'en-GB' });
      await staff.page.goto('/console');
      await staff.page.locator('a.title').first().waitFor();
    });

    it('goes through every stop of the table’s page, and of its rows only at one', async () => {
      const { page } = staff;
      await tabTo(page, 'Select #');
      await page.keyboard.press('Tab');
      expect(await focused(page)).not.toContain('Select #');
      expect(await holds(page, 'document.activeElement.matches("a.title")')).toBe(true);
      expect(await page.locator('tr[data-ticket] a:not([tabindex])').count()).toBe(1);
    });

    it('goes down and up the rows by j and k', async () => {
      const { page } = staff;
      await page.keyboard.press('j');
      const first = await focused(page);
      await page.keyboard.press('j');
      expect(await focused(page)).not.toBe(first);
      await page.keyboard.press('k');
      expect(await focused(page)).toBe(first);
    });

    it('finds the ticket by its words, and opens it', async () => {
      const { page } = staff;
      await page.keyboard.press('/');
      expect(await focused(page)).toContain('Search');
      await page.keyboard.type('blinds 3.07');
      await page.waitForURL('**q=blinds**');
      await page.locator('a.title').first().waitFor();
      await tabTo(page, 'The blinds in room 3.07');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/console/tickets/**');
      await page.locator('h2:focus').waitFor();
    });

    it('takes it up, and stays in the panel', async () => {
      const { page } = staff;
      await tabTo(page, 'Activate');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Close', exact: true }).waitFor();
      await arriveAt(page, 'The blinds in room 3.07');
    });

    it('corrects the category, and stays on it', async () => {
      const { page } = staff;
      await tabTo(page, 'Services & complaints');
      await page.keyboard.press('Enter');
      await page.locator('[aria-pressed=true]').getByText('Services & complaints').waitFor();
      expect(await focused(page)).toContain('Services & complaints');
    });

    it('replies', async () => {
      const { page } = staff;
      await tabTo(page, 'Reply');
      await page.keyboard.type('Somebody comes before noon.');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('log').getByText('Somebody comes before noon.').waitFor();
      expect(await focused(page)).toContain('Reply');
    });

    it('closes it, and goes back to its row by Escape', async () => {
      const { page } = staff;
      // Just after it was taken up, a press is not yet meant for this.
      await page.getByRole('button', { name: 'Close', exact: true, disabled: false }).waitFor();
      await tabTo(page, 'Close', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByText('It stays readable under Closed').waitFor();
      await arriveAt(page, 'The blinds in room 3.07');
      await page.keyboard.press('Escape');
      // Without the panel there is room for more columns, and every row is drawn anew.
      await page.getByRole('columnheader', { name: 'Category' }).waitFor();
      await page.locator('a.title:focus').waitFor();
      await arriveAt(page, 'The blinds in room 3.07');
    });

    it('goes through the analyses', async () => {
      const { page } = staff;
      await tabTo(page, 'Analyses', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await arriveAt(page, 'Analyses');
      await page.locator('desk-flow-card .state.live').waitFor();
      await tabTo(page, 'What this counts');
      await page.keyboard.press('Enter');
      await page.locator('details[open]').waitFor();
      await focused(page);
    });
  });
});
